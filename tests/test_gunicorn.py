import os
import subprocess
import sys

COMMAND = [sys.executable, "-m", "gunicorn", "--print-config"]
COMMAND += ["-c", "python:boekbrug.config.gunicorn", "wsgiref.simple_server:demo_app"]


def printed_config(**variables: str) -> dict[str, str]:
    process = run_gunicorn(variables)
    assert process.returncode == 0, process.stderr
    lines = (line.partition("=") for line in process.stdout.splitlines() if "=" in line)
    return {name.strip(): value.strip() for name, _, value in lines}


def run_gunicorn(variables: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "WEB_CONCURRENCY": "4", "PYTHONUTF8": "1"}
    return subprocess.run(
        COMMAND, env=environment | variables, capture_output=True, encoding="utf-8", check=False
    )


def test_on_ones_own_machine_only_that_machine_reaches_it(tmp_path):
    config = printed_config(DATA_DIR=str(tmp_path))

    assert config["bind"] == "['127.0.0.1:8000']"
    assert (config["workers"], config["threads"]) == ("1", "8")
    assert config["worker_class"] == "gthread"
    assert config["graceful_timeout"] == "25"
    assert config["control_socket_disable"] == "True"
    assert config["preload_app"] == "False"


def test_wrong_settings_are_sentences_and_no_traceback():
    process = run_gunicorn({"PORT": "http", "DATA_DIR": "x", "PUBLIC_URL": "https://b.example"})

    assert process.returncode == 1
    assert process.stderr.splitlines() == [
        "SECRET_KEY: found nothing, needed at least 32 characters. Make one: "
        '`python3 -c "import secrets; print(secrets.token_urlsafe(48))"`.',
        'OPERATOR_CONTACT: found nothing. Every message that says "ask …" prints it; '
        "give a mail address or phone number.",
        'PORT: found "http", needed a whole number from 1 to 65535.',
    ]
