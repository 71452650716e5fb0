"""Mancl and DeRouen's covariance with n x n matrices, for the test of LogisticGEE on the synthetic reads
(erosion, sensitivity): the program never makes such a matrix."""
import csv, json, pathlib

import numpy as np

np.set_printoptions(precision=12)

here = pathlib.Path(__file__).parent
rows = [r for r in csv.DictReader(open(here / "gee_sij.csv")) if r["lesion"] == "erosion" and r["reference"] == "1"]
expected = json.load(open(here / "gee_sij_expected.json"))["erosion.sensitivity"]
for name in ("independence", "exchangeable"):
    beta, alpha = np.array(expected[name]["beta"]), expected[name]["alpha"]
    parts = []
    for person in sorted({r["participant"] for r in rows}):
        own = [r for r in rows if r["participant"] == person]
        x = np.array([[1.0, float(r["modality"] == "SCT")] for r in own])
        y = np.array([float(r["call"]) for r in own])
        mu = 1 / (1 + np.exp(-x @ beta))
        a = np.sqrt(mu * (1 - mu))
        n = len(own)
        v = np.outer(a, a) * ((1 - alpha) * np.eye(n) + alpha * np.ones((n, n)))
        d = (mu * (1 - mu))[:, None] * x
        parts.append((d, np.linalg.inv(v), y - mu))
    bread = np.linalg.inv(sum(d.T @ w @ d for d, w, r in parts))
    plain = sum(np.outer(d.T @ w @ r, d.T @ w @ r) for d, w, r in parts)
    middle = 0
    for d, w, r in parts:
        h = d @ bread @ d.T @ w
        u = d.T @ w @ np.linalg.solve(np.eye(len(r)) - h, r)
        middle = middle + np.outer(u, u)
    print(name, "sandwich", np.sqrt(np.diag(bread @ plain @ bread)), "corrected", np.sqrt(np.diag(bread @ middle @ bread)))
