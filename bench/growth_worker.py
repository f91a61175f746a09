#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Growth curves by a plain loop, without any library: bench/growth_worker.py ROWS STARTS

ROWS holds five numbers of 32 bits a row (agreement, two places, first and last day that its date can be; the rows of an
agreement follow each other), STARTS the first day of each period and the day after the last, joined by commas. Prints
`ready`, then answers each line of stdin: `run` counts once and prints the seconds that the processor gave it, `answer`
tells the curves in one line. The definitions are those of engine/temporal/curves.hpp; every day lies within the periods.
"""
import array
import bisect
import sys
import time


def rows_of(path):
    numbers = array.array("i")
    with open(path, "rb") as file:
        numbers.frombytes(file.read())
    return [numbers[i::5] for i in range(5)]


class Loop:
    def __init__(self, rows, starts):
        self.rows, self.starts = rows, starts
        self.count = len(starts) - 1

    def period(self, day):
        return bisect.bisect_right(self.starts, day) - 1

    def share_by(self, days, period):
        first, last = days
        return min(1.0, max(0, self.starts[period + 1] - first) / (last - first + 1))

    def firsts(self, dates_of):
        """Certain and expected numbers of what came by the end of each period; each list holds its agreements' dates."""
        certain, expected = [0] * self.count, [0.0] * self.count
        for dates in dates_of:
            by = min(self.period(last) for _, last in dates)
            certain[by] += 1
            for period in range(min(self.period(first) for first, _ in dates), by):
                none = 1.0
                for days in dates:
                    none *= 1 - self.share_by(days, period)
                expected[period] += 1 - none
        for period in range(1, self.count):
            certain[period] += certain[period - 1]
        return certain, [some + all for some, all in zip(expected, certain)]

    def run(self):
        agreements, ties, places = {}, {}, {}
        before = -1
        for agreement, a, b, first, last in zip(*self.rows):
            days = (first, last)
            if agreement != before:
                agreements[days] = agreements.get(days, 0) + 1
            for key, kept in (((a, b), ties), (a, places), (b, places)):
                old = kept.get(key)
                if old is None:
                    kept[key] = [last, {days: {agreement}}]
                elif first <= old[0]:  # else it comes after one of them, whatever its day
                    old[0] = min(old[0], last)
                    old[1].setdefault(days, set()).add(agreement)
            before = agreement
        certain, expected = [0] * self.count, [0.0] * self.count
        for days, many in agreements.items():
            certain[self.period(days[1])] += many
            for period in range(self.period(days[0]), self.count):
                expected[period] += many * self.share_by(days, period)
        for period in range(1, self.count):
            certain[period] += certain[period - 1]
        of = [[[days for days, who in dates.items() for _ in who] for _, dates in kept.values()]
              for kept in (ties, places)]
        return (certain, expected), self.firsts(of[0]), self.firsts(of[1])


def main():
    loop = Loop(rows_of(sys.argv[1]), [int(day) for day in sys.argv[2].split(",")])
    result = None
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "run":
            begin = time.process_time()
            result = loop.run()
            print(f"{time.process_time() - begin:.9f}", flush=True)
        else:
            print(", ".join(f"{name} {certain[-1]} {sum(expected):.3f}"
                            for name, (certain, expected) in zip(("agreements", "ties", "places"), result)), flush=True)


if __name__ == "__main__":
    main()
