# SPDX-License-Identifier: Apache-2.0
"""How cost grows with size."""
import math


def fit(sizes, seconds):
    """The exponent a of seconds = c size^a, by least squares on the logarithms, and its standard error."""
    x = [math.log(size) for size in sizes]
    y = [math.log(second) for second in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / spread
    left = sum((b - mean_y - slope * (a - mean_x)) ** 2 for a, b in zip(x, y))
    return slope, math.sqrt(left / max(1, len(x) - 2) / spread)
