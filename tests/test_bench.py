"""`make bench` in a small form: the loaders agree and every gate is measured."""

from bench.data import real, tab_of, unique, wrong
from bench.loaders import same
from bench.run import Gate, gates, measured, peak_bytes, table


def test_all_loaders_give_the_same_values_and_refuse_the_same_cells():
    assert all(same(tab_of(make, 400)) for make in (real, unique, wrong))


def test_every_gate_is_measured():
    found = list(gates(measured(300, 1), peak_bytes(300)))
    assert [gate.name for gate in found] == ["P1", "P2", "P3", "P3", "P3", "P5"]
    assert all(gate.ratio > 0 for gate in found)


def test_a_ratio_above_its_gate_fails():
    narrow = Gate("P1", "real lines", 0.2, 1 / 7)
    assert list(table([narrow, Gate("P3", "wrong lines", 1.0, 1.0)])) == [
        "gate  the loader                                     ratio  at most",
        "P1    real lines                                     0.200    0.143  FAILS",
        "P3    wrong lines                                    1.000    1.000  passes",
    ]
