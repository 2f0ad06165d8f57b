"""Google's certificates, and the identity tokens that are signed with their keys.

Source: OpenID Connect of Google, "An ID token's payload"; /oauth2/v1/certs gives X.509 by key id,
with the time that they hold in Cache-Control.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.x509.oid import NameOID
from google.auth import jwt
from google.auth.crypt import RSASigner

from google_emulator.http import Emulator, Request, Response
from google_emulator.state import State

ISSUER = "https://accounts.google.com"
HOLD_S = 20_000


class SigningKey:
    """A private key with its certificate."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id
        self._key = generate_private_key(public_exponent=65537, key_size=2048)

    @property
    def private_pem(self) -> str:
        """Give the key as it stands in a service account's JSON."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()

    @property
    def public_pem(self) -> bytes:
        """Give what proves a signature."""
        return self._key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def certificate_pem(self) -> str:
        """Give a certificate signed by itself."""
        return _certificate(self._key).public_bytes(serialization.Encoding.PEM).decode()

    def signed(self, claims: dict[str, Any]) -> str:
        """Give the token that says these claims."""
        signer = RSASigner.from_string(self.private_pem, self.key_id)
        return str(jwt.encode(signer, claims).decode())


class Certificates:
    """Serve the certificates and sign identity tokens, good ones and bad ones."""

    def __init__(self, key: SigningKey) -> None:
        self.key = key

    def answer(self, _state: State, _request: Request) -> Response:
        """Answer GET /oauth2/v1/certs."""
        headers = {"Cache-Control": f"public, max-age={HOLD_S}, must-revalidate, no-transform"}
        return Response(200, {self.key.key_id: self.key.certificate_pem}, headers)

    def identity_token(
        self, audience: str, email: str, /, *, key: SigningKey | None = None, **claims: Any
    ) -> str:
        """Sign an identity token as Google gives it to a script.

        `claims` replace or add to the usual ones; `key` signs in place of Google's.
        """
        now = int(time.time())
        usual = {
            "iss": ISSUER,
            "azp": audience,
            "aud": audience,
            "sub": "110169484474386276334",
            "email": email,
            "email_verified": True,
            "iat": now,
            "exp": now + 3600,
        }
        return (key or self.key).signed(usual | claims)


def install(emulator: Emulator, key: SigningKey) -> Certificates:
    """Answer for the certificates."""
    certificates = Certificates(key)
    emulator.route("GET", "/oauth2/v1/certs", certificates.answer)
    return certificates


def _certificate(key: RSAPrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "federated-signon.example")])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=7))
        .sign(key, hashes.SHA256())
    )
