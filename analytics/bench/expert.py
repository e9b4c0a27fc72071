"""The pipeline as an expert writes it with numpy and scipy: BLAS for the products, ARPACK for the eigenvectors.

rows columns repeat file; prints one line of JSON.
"""
import json
import resource
import sys
import time

import numpy as np

rows, columns, repeat, file = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
amounts = np.fromfile(file).reshape(rows, columns)
try:
    from scipy.linalg.blas import dsyrk
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import svds
except ImportError:
    dsyrk = None
best = {}


def timed(name, work):
    started, spent = time.perf_counter(), time.process_time()
    result = work()
    best[name] = min(best.get(name, float("inf")), 1000 * (time.perf_counter() - started))
    # What all cores together spent on it: says more where others use the machine too.
    name += ", processor time"
    best[name] = min(best.get(name, float("inf")), 1000 * (time.process_time() - spent))
    return result


def presence():
    with np.errstate(divide="ignore", invalid="ignore"):
        quotients = amounts / amounts.sum(1, keepdims=True) / (amounts.sum(0) / amounts.sum())
    return (quotients >= 1).astype(float)


def counts(m):
    if dsyrk is None:
        return m.T @ m
    upper = dsyrk(1.0, m.T)
    upper += np.triu(upper, 1).T
    return upper


def complexity(m):
    diversity, ubiquity = m.sum(1), m.sum(0)
    has, had = diversity > 0, ubiquity > 0
    down, across = np.sqrt(diversity[has]), np.sqrt(ubiquity[had])
    if dsyrk is not None:
        n = csr_matrix(m[np.ix_(has, had)])
        n.data = (1 / np.repeat(down, np.diff(n.indptr))) * (1 / across[n.indices])
        u, s, v = svds(n, k=2, tol=1e-13)
        second = np.argmin(s)
        region, activity = u[:, second] / down, v[second] / across
    else:
        n = m[np.ix_(has, had)] / down[:, None] / across
        values, vectors = np.linalg.eigh(n @ n.T)
        region = vectors[:, -2] / down
        activity = (n.T @ vectors[:, -2]) / np.sqrt(values[-2]) / across
    sign = np.sign(np.corrcoef(region, diversity[has])[0, 1])
    eci, pci = np.full(rows, np.nan), np.full(columns, np.nan)
    eci[has] = sign * (region - region.mean()) / region.std()
    pci[had] = sign * (activity - activity.mean()) / activity.std()
    return eci, pci


def pipeline():
    m = timed("location quotient and presence", presence)
    phi = timed("co-occurrence", lambda: counts(m))
    ubiquity = np.maximum(m.sum(0), 1)
    phi /= np.maximum(ubiquity[:, None], ubiquity)
    np.fill_diagonal(phi, 0)
    whole = phi.sum(0)
    with np.errstate(divide="ignore", invalid="ignore"):
        density = timed("density", lambda: (m @ phi) / whole)
    eci, pci = timed("ECI and PCI", lambda: complexity(m))
    worth = np.nan_to_num(pci)
    absent = 1 - m
    coi = (np.nan_to_num(density) * absent) @ worth
    factor = np.divide(worth, whole, out=np.zeros(columns), where=whole > 0)
    cog = timed("gain", lambda: absent * (absent @ (phi * factor[:, None])))
    return density, eci, pci, coi, cog


peak = 0
for _ in range(repeat):
    result = timed("pipeline", pipeline)
    eci = result[1]
    del result
    peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"milliseconds": best, "peak": peak, "eci": [None if np.isnan(x) else x for x in eci]}))
