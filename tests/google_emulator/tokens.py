"""The token endpoint, and who a request comes from by the token that it carries.

Sources: RFC 7523 and "Using OAuth 2.0 for Server to Server Applications" (claims, one hour at
most); the texts of the refusals as they stand in issues of google-auth-library-python.
google-auth names https://oauth2.googleapis.com/token as the audience wherever it sends the claim.
"""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from typing import Any
from urllib.parse import parse_qs

from google.auth import jwt
from google.auth.exceptions import GoogleAuthError

from google_emulator.accounts import Accounts, OnlyOwnFiles
from google_emulator.http import Emulator, RefusalError, Request, Response
from google_emulator.state import Account, State

AUDIENCE = "https://oauth2.googleapis.com/token"
LIFETIME_S = 3599
CLAIM_LIFETIME_S_MAX = 3600

_JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_AUTH = "https://www.googleapis.com/auth/"
_WRITING = {
    "/v4/": {"spreadsheets", "drive", "drive.file"},
    "/drive/": {"drive", "drive.file"},
    "/upload/": {"drive", "drive.file"},
}
_READING = {
    "/v4/": {"spreadsheets.readonly", "drive.readonly"},
    "/drive/": {"drive.readonly", "drive.metadata.readonly"},
    "/upload/": set[str](),
}


@dataclass(frozen=True)
class Grant:
    """Hold what a token allows, and until when."""

    account: Account
    scopes: frozenset[str]
    expires_at: float


class Tokens:
    """Give tokens for signed claims and refresh tokens, and know them again."""

    def __init__(self, accounts: Accounts, clock: Callable[[], float]) -> None:
        self._accounts = accounts
        self._clock = clock
        self.public_keys: dict[str, bytes] = {}  # PEM, by the service account's address
        self.delegations: dict[str, frozenset[str]] = {}  # whom it may act for
        self.refresh_tokens: dict[str, tuple[str, frozenset[str]]] = {}  # address, scopes
        self.claims: list[Mapping[str, Any]] = []
        self._grants: dict[str, Grant] = {}

    def answer(self, _state: State, request: Request) -> Response:
        """Answer POST /token."""
        form = {name: values[-1] for name, values in parse_qs(request.body.decode()).items()}
        kind = form.get("grant_type")
        if kind == _JWT_BEARER:
            return self._for_claim(form.get("assertion", ""))
        if kind == "refresh_token":
            return self._for_refresh(form.get("refresh_token", ""))
        raise _refusal("unsupported_grant_type", f"Invalid grant_type: {kind}")

    def authenticate(self, request: Request) -> Response | None:
        """Set whom a request comes from; refuse a token that is unknown, old or too narrow."""
        allowed = _allowed_scopes(request)
        if allowed is None:
            return None  # the endpoints of tokens and certificates ask nobody
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        grant = self._grants.get(token) if kind == "Bearer" else None
        if grant is None or grant.expires_at <= self._clock():
            raise _unauthenticated()
        request.account, request.scopes = _seen_through(grant), grant.scopes
        if grant.scopes.isdisjoint(allowed):
            raise _too_narrow()
        return None

    def expire_all(self) -> None:
        """Let every token be too old, as an hour later."""
        self._grants.clear()

    def token_for(self, account: Account, *scopes: str) -> str:
        """Give somebody a token without asking, as a browser's sign-in does."""
        token = "ya29." + secrets.token_urlsafe(48)
        full = frozenset(scope if "/" in scope else _AUTH + scope for scope in scopes)
        self._grants[token] = Grant(account, full, self._clock() + LIFETIME_S)
        return token

    def _for_claim(self, assertion: str) -> Response:
        claim = self._verified(assertion)
        self.claims.append(claim)
        account = self._accounts.known[claim["iss"]]
        subject = claim.get("sub", account.email)
        if subject != account.email:
            if subject not in self.delegations.get(account.email, ()):
                raise _refusal("unauthorized_client", _NO_DELEGATION, status=401)
            account = self._accounts.known[subject]
        scopes = str(claim.get("scope", "")).split()
        if not scopes:
            raise _refusal("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
        return _given(self.token_for(account, *scopes))

    def _verified(self, assertion: str) -> Mapping[str, Any]:
        try:
            issuer = jwt.decode(assertion, verify=False).get("iss")
        except (ValueError, GoogleAuthError) as error:
            raise _refusal("invalid_grant", "Invalid JWT.") from error
        if issuer not in self.public_keys:
            raise _refusal("invalid_grant", "Invalid grant: account not found")
        try:
            claim: Mapping[str, Any] = jwt.decode(assertion, certs=self.public_keys[issuer])
        except (ValueError, GoogleAuthError) as error:
            raise _refusal("invalid_grant", "Invalid JWT Signature.") from error
        if claim.get("aud") != AUDIENCE:
            text = f"Failed audience check. The right audience is {AUDIENCE}"
            raise _refusal("invalid_grant", text)
        if claim["exp"] - claim["iat"] > CLAIM_LIFETIME_S_MAX:
            raise _refusal("invalid_grant", _LONG_LIVED)
        return claim

    def _for_refresh(self, refresh_token: str) -> Response:
        if refresh_token not in self.refresh_tokens:
            raise _refusal("invalid_grant", "Token has been expired or revoked.")
        email, scopes = self.refresh_tokens[refresh_token]
        return _given(self.token_for(self._accounts.known[email], *scopes))


def install(
    emulator: Emulator, accounts: Accounts, clock: Callable[[], float] = time.time
) -> Tokens:
    """Answer /token, and ask every other request for its token before anything else."""
    tokens = Tokens(accounts, clock)
    emulator.route("POST", "/token", tokens.answer)
    emulator.before.insert(0, tokens.authenticate)
    return tokens


_NO_DELEGATION = (
    "Client is unauthorized to retrieve access tokens using this method, or client not "
    "authorized for any of the scopes requested."
)
_LONG_LIVED = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)


def _given(token: str) -> Response:
    return Response(200, {"access_token": token, "expires_in": LIFETIME_S, "token_type": "Bearer"})


def _refusal(error: str, description: str, *, status: int = 400) -> RefusalError:
    return RefusalError(Response(status, {"error": error, "error_description": description}))


def _allowed_scopes(request: Request) -> set[str] | None:
    """Name the scopes that allow a request; None for what needs no token."""
    for start, writing in _WRITING.items():
        if request.path.startswith(start):
            names = writing | _READING[start] if request.method == "GET" else writing
            return {_AUTH + name for name in names}
    return None


def _seen_through(grant: Grant) -> Account:
    """Give the account, or the little of it that an app with `drive.file` alone may see."""
    if not grant.scopes.isdisjoint({_AUTH + "drive", _AUTH + "spreadsheets"}):
        return grant.account
    is_narrow = _AUTH + "drive.file" in grant.scopes
    return OnlyOwnFiles(*astuple(grant.account)) if is_narrow else grant.account


def _unauthenticated() -> RefusalError:
    text = (
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login "
        "cookie or other valid authentication credential. See "
        "https://developers.google.com/identity/sign-in/web/devconsole-project."
    )
    error = {"code": 401, "message": text, "status": "UNAUTHENTICATED"}
    return RefusalError(Response(401, {"error": error}))


def _too_narrow() -> RefusalError:
    text = "Request had insufficient authentication scopes."
    detail = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
        "domain": "googleapis.com",
    }
    error = {"code": 403, "message": text, "status": "PERMISSION_DENIED", "details": [detail]}
    return RefusalError(Response(403, {"error": error}))
