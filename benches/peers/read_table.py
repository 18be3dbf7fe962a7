"""Reads the long table of `cargo bench --bench source` with pandas: read_table.py FILE -> the best of five runs.

Pandas is told what cxfolio finds out (encoding, delimiter, decimal mark, group mark, order of the date) and reads amounts as
binary floats, where cxfolio keeps exact decimals. Only reading and typing are timed, not the import of the library.
"""
import resource
import sys
import time

import pandas


def read(path):
    table = pandas.read_csv(path, sep=";", encoding="utf-8", dtype=str)
    amount = table.columns[5]
    table[amount] = pandas.to_numeric(table[amount].str.replace("\u202f", "").str.replace(",", "."))
    table["taux"] = pandas.to_numeric(table["taux"].str.removesuffix(" %").str.replace(",", ".")) / 100
    table["période"] = pandas.to_numeric(table["période"])
    table["date"] = pandas.to_datetime(table["date"], format="%d/%m/%Y")
    return table


runs = []
for _ in range(5):
    before = time.perf_counter()
    table = read(sys.argv[1])
    runs.append(time.perf_counter() - before)
    assert len(table) == 1_000_000 and not table.isna().any().any()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"pandas {pandas.__version__}: {min(runs):.2f} s, largest memory {peak} kB")
