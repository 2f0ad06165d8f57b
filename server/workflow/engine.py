"""The durable engine: after a crash a run goes on where it stopped, one run at a time per dossier.

All of DBOS stays behind this file; its tables are in `engine.sqlite`, or in `boekbrug_dbos` on
PostgreSQL. What runs where was tried by killing processes: do so again for every new DBOS.
"""

import logging
import os
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy
from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer
from dbos import _dbos as dbos_internals  # the only place that tells whether a DBOS exists

from boekbrug.server.workflow.formation import CLIENT_POOL, executor_pool
from boekbrug.server.workflow.slots import AdvisorySlots, FileSlots, Slots
from boekbrug.server.workflow.steps import COMMITTED, MAKE, Steps, run_of

APPLICATION = "boekbrug"
WORKFLOW = "boekbrug.run"
QUEUE = "boekbrug.runs"
SCHEMA = "boekbrug_dbos"
VERSION = "1"  # raised only when the steps of a run change: a run begun before would never go on
RECOVERIES_MAX = 3  # a run that kills its process does so four times, then it is given up
RESTART_INTERVAL_S = 5.0
LOST_SLOT_EXIT_CODE = 70
UNDER_WAY = ("ENQUEUED", "DELAYED", "PENDING")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """Where the engine keeps its tables and locks, and how much it does at once.

    Attributes:
        system_url: the engine's tables: `sqlite:///...` (a file of its own: sharing the records'
            file makes them wait for each other) or PostgreSQL's.
        slots_directory: where the lock file stands on SQLite.
        lock_url: PostgreSQL's address for advisory locks; None on SQLite.
        concurrency: how many runs one process executes at once.
        retry_interval_s: the pause before a step's second attempt; it grows from there.
        watch_interval_s: how often it looks for a free slot, and for what dead processes left.
        sweep_interval_s: how often open runs are compared with the engine's.
    """

    system_url: str
    slots_directory: Path
    lock_url: str | None = None
    concurrency: int = 3
    retry_interval_s: float = 2.0
    watch_interval_s: float = 2.0
    sweep_interval_s: float = 60.0


class ForeignEngineError(Exception):
    """The process has a DBOS already, and DBOS allows one per process."""

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(
            "This process already uses DBOS, and there can be only one in a process. "
            "Let a process of its own execute the runs: boekbrug worker."
        )


class Engine:
    """Keeps the queue of runs and, when started, executes them in this process."""

    def __init__(self, settings: EngineSettings, steps: Steps) -> None:
        self._settings = settings
        self._steps = steps
        self._slots: Slots = (
            FileSlots(settings.slots_directory)
            if settings.lock_url is None
            else AdvisorySlots(settings.lock_url)
        )
        self._client: DBOSClient | None = None
        self._client_lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._launched = threading.Event()
        self._stopping = threading.Event()
        self._drain_s = 0

    def migrate(self) -> None:
        """Make or upgrade the engine's tables."""
        url = sqlalchemy.make_url(self._settings.system_url)
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(url.database)
            connection.execute("pragma journal_mode=wal")  # readers do not wait for writers
            connection.close()
        DBOS.migrate(self._settings.system_url, schema=SCHEMA)

    def enqueue(self, run_id: str, partition: str) -> None:
        """Queue the run behind the others of its partition; again changes nothing.

        Args:
            run_id: the key of the run; the engine knows it by nothing else.
            partition: the dossier.

        Raises:
            ValueError: the partition is empty; such a run would wait for ever.
        """
        if not partition:
            raise ValueError("a run needs a partition")
        self._connected_client().enqueue(
            {
                "workflow_name": WORKFLOW,
                "queue_name": QUEUE,
                "workflow_id": run_id,
                "queue_partition_key": partition,
            },
            run_id,
        )

    def start_executor(self) -> None:
        """Execute runs in the background as soon as a slot is free; call it after the fork.

        Raises:
            ForeignEngineError: this process cannot execute, or does so already.
        """
        _refuse_a_foreign_engine()
        self._stopping.clear()
        self._thread = threading.Thread(target=self._serve, name="boekbrug-executor", daemon=True)
        self._thread.start()

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait until this process executes; return False when another still does by then."""
        return self._launched.wait(timeout_s)

    def stop(self, timeout_s: int) -> None:
        """Take no more runs, wait that long for those under way, and let go of everything.

        A run that does not end in time goes on at the next start.
        """
        self._drain_s = timeout_s
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with self._client_lock:
            if self._client is not None:
                self._client.destroy()
                self._client = None

    def is_executing(self) -> bool:
        """Return whether this process executes runs now."""
        return self._thread is not None and self._thread.is_alive() and self._launched.is_set()

    def executor_alive(self) -> bool:
        """Return whether any process holds a slot, on this machine or this database."""
        return self.is_executing() or self._slots.is_any_held()

    def _connected_client(self) -> DBOSClient:
        with self._client_lock:
            if self._client is None:
                self._client = DBOSClient(
                    system_database_url=self._settings.system_url,
                    dbos_system_schema=SCHEMA,
                    serializer=DBOSPortableJSONSerializer(),
                    application_name=APPLICATION,
                    system_database_pool_size=CLIENT_POOL,
                    retry_connection_errors=False,  # a press is answered now, with 503 if need be
                )
            return self._client

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                self._execute()
            except Exception:
                logger.exception("The executor could not start; it tries again.")
                self._stopping.wait(RESTART_INTERVAL_S)

    def _execute(self) -> None:
        try:
            slot = self._wait_for_slot()
            if slot is None:
                return
            _refuse_a_foreign_engine()
            try:
                self._launch(_executor_id(slot))
                self._watch(slot)
            finally:
                self._launched.clear()
                DBOS.destroy(workflow_completion_timeout_sec=self._drain_s, destroy_registry=True)
        finally:
            self._slots.close()

    def _wait_for_slot(self) -> int | None:
        while not self._stopping.is_set():
            for slot in range(self._slots.count):
                if self._slots.take(slot):
                    return slot
            self._stopping.wait(self._settings.watch_interval_s)
        return None

    def _launch(self, executor_id: str) -> None:
        pool_size = executor_pool(self._settings.concurrency)
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": self._settings.system_url,
                "dbos_system_schema": SCHEMA,
                "application_version": VERSION,
                "executor_id": executor_id,
                "serializer": DBOSPortableJSONSerializer(),
                "run_migrations": False,
                "log_level": "WARNING",
                "sys_db_pool_size": pool_size,
                "max_executor_threads": pool_size,
                "scheduler_polling_interval_sec": 300,
            }
        )
        # Registered here and not on import: in a host that uses DBOS it would change the host's
        # own application version, and with it strand the host's pending work.
        workflow = DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES_MAX)
        workflow(run_of(self._steps, retry_interval_s=self._settings.retry_interval_s))
        self._connected_client().register_queue(
            QUEUE,
            partition_concurrency=1,
            worker_concurrency=self._settings.concurrency,
            polling_interval_sec=0.5,
            on_conflict="always_update",
        )
        DBOS.launch()
        self._launched.set()

    def _watch(self, slot: int) -> None:
        sweep_at = time.monotonic()
        while True:
            if not self._slots.are_kept():
                # Others take over our runs now, and a thread in the middle of a step cannot be
                # stopped: only the end of the process keeps a run from being executed twice.
                logger.critical("The lock on slot %d is lost; this process ends.", slot)
                os._exit(LOST_SLOT_EXIT_CODE)
            try:
                self._reap(slot)
                if time.monotonic() >= sweep_at:
                    self._sweep()
                    sweep_at = time.monotonic() + self._settings.sweep_interval_s
            except Exception:
                logger.exception("Looking after the runs failed; it is tried again.")
            if self._stopping.wait(self._settings.watch_interval_s):
                return

    def _reap(self, own_slot: int) -> None:
        """Queue again what executors left that live no more."""
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        executors = {workflow.executor_id for workflow in pending}
        for slot in range(self._slots.count):
            is_anothers = slot != own_slot and _executor_id(slot) in executors
            if is_anothers and self._slots.take(slot):
                try:
                    # Internal to DBOS; its public `resume` forgets how often a run was tried.
                    DBOS._recover_pending_workflows([_executor_id(slot)])  # noqa: SLF001
                finally:
                    self._slots.free(slot)

    def _sweep(self) -> None:
        """Queue the open runs that the engine lacks; end those that it has given up."""
        partitions = dict(self._steps.open_runs())
        if not partitions:
            return
        workflows = DBOS.list_workflows(
            workflow_ids=list(partitions), load_input=False, load_output=False
        )
        statuses = {workflow.workflow_id: workflow.status for workflow in workflows}
        for run_id, partition in partitions.items():
            if run_id not in statuses:
                self.enqueue(run_id, partition)
            elif statuses[run_id] not in UNDER_WAY:
                logger.error("Run %s was given up: %s.", run_id, statuses[run_id])
                self._end(run_id)

    def _end(self, run_id: str) -> None:
        outcomes = {
            step["function_name"]: step["output"] for step in DBOS.list_workflow_steps(run_id)
        }
        if outcomes.get(MAKE) == COMMITTED:
            self._steps.leave_unfinished(run_id)
        else:
            self._steps.fail(run_id)


def _executor_id(slot: int) -> str:
    return f"slot-{slot}"


def _refuse_a_foreign_engine() -> None:
    # A second DBOS(config=...) would silently be the first one: the host's, in its database.
    instance = dbos_internals._dbos_global_instance  # noqa: SLF001  there is no public question
    registry = dbos_internals._dbos_global_registry  # noqa: SLF001  the same: decorated, not begun
    if instance is not None or registry is not None:
        raise ForeignEngineError
