# SPDX-License-Identifier: Apache-2.0
"""Whole programs side by side: rounds in balanced order, and medians of ratios within a round."""
import os
import statistics
import subprocess
import time


def rounds_for(contenders, trials):
    """How many rounds `trials` become: a whole square where there are enough for one, since only that is balanced."""
    square = contenders * (1 + contenders % 2)
    return trials if trials < square else -(-trials // square) * square


def order_of_round(contenders, number):
    """A row of the balanced Latin square of bench/rounds.hpp: no place, and no predecessor, is one contender's own."""
    odd = contenders % 2
    row = number % (contenders * (1 + odd))
    shift = row // 2 if odd else row
    zigzag = [(place + 1) // 2 if place % 2 else contenders - place // 2 for place in range(contenders)]
    order = [(step + shift) % contenders for step in zigzag]
    return order[::-1] if odd and row % 2 else order


def timed(command):
    """Wall seconds and peak memory in MiB of one run."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"{command} failed with status {status}")
    return seconds, usage.ru_maxrss / 1024


def run_rounds(commands, trials):
    """The seconds of each command, round by round, after a warm-up each; and the peak memory of the first one."""
    for command in commands:
        timed(command)
    seconds, memory = [[] for _ in commands], 0
    for number in range(rounds_for(len(commands), trials)):
        for at in order_of_round(len(commands), number):
            took, peak = timed(commands[at])
            seconds[at].append(took)
            memory = max(memory, peak) if at == 0 else memory
    return seconds, memory


def interval(values):
    """The median and its 95 % interval by order statistics (binomial, normal approximation)."""
    ordered = sorted(values)
    half = 0.98 * len(ordered) ** 0.5
    low = max(0, int(len(ordered) / 2 - half))
    high = min(len(ordered) - 1, int(len(ordered) / 2 + half))
    return statistics.median(ordered), ordered[low], ordered[high]


def ratios(a, b):
    return [x / y for x, y in zip(a, b)]
