"""`make bench` in a small form: the loaders agree and every gate is measured."""

from bench.data import real, tab_of, unique, wrong
from bench.loaders import same
from bench.run import Gate, gates, measured, peak_bytes, table

MARGIN = 1.5
"""Above a gate of time: few lines are measured, while other programs run."""


def test_all_loaders_give_the_same_values_and_refuse_the_same_cells():
    assert all(same(tab_of(make, 400)) for make in (real, unique, wrong))


def test_every_gate_is_measured():
    found = list(gates(measured(300, 1), peak_bytes(300)))
    assert [gate.name for gate in found] == ["P1", "P2", "P3", "P3", "P3", "P5"]
    assert all(gate.ratio > 0 for gate in found)


def test_the_loader_stays_well_within_its_gates_on_a_busy_machine_too():
    """Of CPU time, of a twentieth of the lines; a gate fails here when it does so three times."""
    peaks = peak_bytes(5_000)
    for _ in range(3):
        found = list(gates(measured(5_000, 1), peaks))
        too_slow = [one for one in found if one.ratio > MARGIN * one.most]
        if not too_slow:
            break
    assert not too_slow, "\n".join(table(found))
    # Memory is counted and not timed: it is the same on every machine.
    assert [one.name for one in found if one.name == "P5" and not one.holds] == []


def test_a_ratio_above_its_gate_fails():
    narrow = Gate("P1", "real lines", 0.2, 1 / 7)
    assert list(table([narrow, Gate("P3", "wrong lines", 1.0, 1.0)])) == [
        "gate  the loader                                     ratio  at most",
        "P1    real lines                                     0.200    0.143  FAILS",
        "P3    wrong lines                                    1.000    1.000  passes",
    ]
