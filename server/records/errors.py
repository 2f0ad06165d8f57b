"""Why the records refuse: each error builds its own sentence, and nothing was stored."""

from decimal import Decimal
from math import ceil

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.wording.said import said, together

NOTHING_HAPPENED = "Nothing was exported, numbered or charged."


class RecordsError(Exception):
    """The records refuse what was asked.

    Attributes:
        sentence: what people read.
    """

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


class RegisterError(RecordsError):
    """An operator's command names something that is there already, or is not there."""

    def __init__(self, noun: str, *, found: str, needed: str) -> None:
        """Say what was found and what is needed instead."""
        super().__init__(f"{noun}: found {found}, needed {needed}.")


class NumberTakenError(RegisterError):
    """An external ID is another customer's."""

    def __init__(self, external_id: str, *, owner: str) -> None:
        """Name the number and whose it is."""
        super().__init__(
            "Accountant's no.",
            found=f'{external_id}, which belongs to "{owner}"',
            needed="a number nobody has had",
        )
        self.external_id = external_id


class BodyConflictError(RecordsError):
    """A webhook id came a second time, with another body or for another action."""

    def __init__(self, webhook_id: str, *, code: str) -> None:
        """Name the id and the run that it began."""
        super().__init__(
            f'webhook-id: found "{webhook_id}" with another body than when it began {code}, '
            "needed a new id for a new request."
        )


class TooManyPressesError(RecordsError):
    """A workbook was pressed more often in a minute than is allowed.

    Attributes:
        retry_after_s: after how many seconds the next press is taken.
    """

    def __init__(self, *, found: int, allowed: int, retry_after_s: int) -> None:
        """Say both counts and when to press again."""
        super().__init__(said("too often", found=found, allowed=allowed, seconds=retry_after_s))
        self.retry_after_s = retry_after_s


class CodeUsedError(RecordsError):
    """A connection code was used a moment ago, for another file or by somebody else."""

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(said("code used now"))


class TooManyTriesError(RecordsError):
    """There were too many tries to connect from one address of the network.

    Attributes:
        retry_after_s: after how many seconds the next try is taken.
    """

    def __init__(self, *, allowed: int, retry_after_s: int) -> None:
        """Say how many are allowed and when the next one is."""
        minutes = ceil(retry_after_s / 60)
        wait = said("minute" if minutes == 1 else "minutes", count=minutes)
        super().__init__(said("tries", allowed=allowed, wait=wait))
        self.retry_after_s = retry_after_s


class ServerFullError(RecordsError):
    """More runs are open than the server takes."""

    def __init__(self, *, found: int, allowed: int) -> None:
        """Say both counts."""
        super().__init__(said("full", found=found, allowed=allowed))


class FenceLostError(RecordsError):
    """The run does not hold its dossier any more: another one has taken over."""

    def __init__(self, run_id: str) -> None:
        """Name the run that came too late."""
        super().__init__(f"Run {run_id} was taken for dead and another went on. {NOTHING_HAPPENED}")
        self.run_id = run_id


class PlanMovedError(RecordsError):
    """The records are no longer as the plan found them: plan again."""

    def __init__(self, moved: str) -> None:
        """Say what is another by now."""
        super().__init__(
            together(said("moved", moved=moved), said("nothing happened"), said("press again"))
        )


class BalanceError(RecordsError):
    """The wallet cannot pay.

    Attributes:
        found: the balance in EUR.
        needed: the fee in EUR.
        missing: what has to be added, in EUR.
    """

    def __init__(self, *, found: Decimal, credit_limit: Decimal, needed: Decimal) -> None:
        """Say what is missing; the credit limit is named when there is one."""
        missing = needed - found - credit_limit
        short = said(
            "short of money and credit" if credit_limit != ZERO else "short of money",
            found=found,
            credit=credit_limit,
            needed=needed,
            missing=missing,
        )
        super().__init__(together(short, said("nothing happened")))
        self.found = found
        self.needed = needed
        self.missing = missing
