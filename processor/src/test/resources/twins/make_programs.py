"""Prints programs for programs.py: make_programs.py FIRST LAST [generators] [synchronization] [callbacks]"""

import random
import sys

_AT_ONCE = ["raise", "return", "cancelself", "uncancel", "cancelling", "soon", "pset", "pfail", "pcancel"]
_OF_OTHERS = ["spawn"] * 5 + ["await"] * 3 + ["call"] * 2 + ["eager", "shield", "waitfor", "waitfortask"]
_OF_SEVERAL = ["gather", "gathert", "wait", "asc"]
_SYNCHRONIZED = ["evset", "evclear", "evwait", "qput", "qget", "qputnow", "qgetnow", "qdone", "qjoin", "barrier"]
_CALLED = ["adddone"] * 3 + ["later"] * 2 + ["hcancel", "rmdone", "boom", "ask"] + ["varset", "varget"] * 2


class _Maker:
    def __init__(self, seed, features):
        self.random = random.Random(seed)
        self.count = self.random.randint(2, 5)
        self.features = features

    def program(self):
        return " ".join(self.block(number, 0, False, False) for number in range(self.count))

    def block(self, number, depth, grouped, locked):
        most = 9 if number == depth == 0 else 5 if depth == 0 else 3
        length = self.random.randint(4 if most == 9 else 1, most)
        return "(" + " ".join(self.statement(number, depth, grouped, locked) for _ in range(length)) + ")"

    def statement(self, number, depth, grouped, locked):
        others = list(range(number + 1, self.count))
        choices = ["log", "sleep", "sleep", "sleep", "ticks", "cancel", "pawait"] + _AT_ONCE
        if others:
            choices += _OF_OTHERS + _OF_SEVERAL + ["cancel"] * 3 + ["gspawn"] * (6 if grouped else 0)
        if depth < 3:
            choices += ["try"] * 6 + ["timeout"] * 3 + ["group"] * 3
        if "synchronization" in self.features:
            choices += _SYNCHRONIZED + (["lock"] * 4 + ["sem"] * 2 if depth < 3 else [])
            choices += ["cwait", "cwait", "cnotify"] * (2 if locked else 0) + ["qshut"] * (self.random.random() < 0.1)
        if "generators" in self.features:
            choices += ["agen"] * 4
        if "callbacks" in self.features:
            choices += _CALLED
        name = self.random.choice(choices)
        return "(" + " ".join([name, *map(str, self.arguments(name, number, others, depth, grouped, locked))]) + ")"

    def arguments(self, name, number, others, depth, grouped, locked):
        pick, below = self.random.choice, self.random.randrange

        def block(in_group=grouped, under_lock=locked):
            return self.block(number, depth + 1, in_group, under_lock)

        def several():
            return self.random.sample(others, self.random.randint(1, min(3, len(others))))

        makers = {
            "sleep": lambda: [pick([0, 0, 1, 1, 2, 3])],
            "ticks": lambda: [below(1, 4)],
            "later": lambda: [below(4), below(100)],
            "waitfor": lambda: [below(4), pick(others)],
            "waitfortask": lambda: [below(4), pick(others)],
            "gather": lambda: [below(2), *several()],
            "gathert": lambda: [below(2), *several()],
            "wait": lambda: [below(3), pick([-1, 0, 1, 2]), *several()],
            "asc": lambda: [pick([-1, -1, 1, 2]), *several()],
            "try": lambda: [
                block(),
                pick(["cancel", "exc", "all", "none"]),
                below(2),
                block(),
                block() if below(2) else "()",
            ],
            "timeout": lambda: [pick([-1, 0, 1, 1, 2, 3]), block()],
            "group": lambda: [block(in_group=True)],
            "lock": lambda: [block(under_lock=True)],
            "sem": lambda: [block()],
            "cnotify": lambda: [below(1, 3)],
            "agen": lambda: [below(1, 4), below(4), below(2), below(2)],
        }
        if name in makers:
            return makers[name]()
        if name in ("log", "soon", "raise", "return", "qput", "qputnow", "varset"):
            return [below(100)]
        if name in ("cancel", "adddone", "rmdone", "ask"):
            return [below(self.count)]
        if name in ("pawait", "pset", "pfail", "pcancel", "qshut"):
            return [below(2)]
        return [pick(others)] if name in ("spawn", "await", "call", "eager", "shield", "gspawn") else []


def main(first, last, *features):
    for seed in range(int(first), int(last)):
        print(f"({seed} {_Maker(seed, features).program()})")


if __name__ == "__main__":
    main(*sys.argv[1:])
