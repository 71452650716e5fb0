#!/usr/bin/env python3
"""Writes one worked read for each shipped instrument: WorkedReads/ID.csv.

A file is a long table. `arm` names the arm, `answer` what a reader types, `derived` what has to follow, and
`warning` how many warnings a question has to call forth. The derived values are worked out here, in Python,
from the definitions of the sources and not by the program. Run it in this folder: python3 worked_reads.py
"""
import csv
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "WorkedReads")


def write(name, arm, answers, derived, warnings=()):
    with open(os.path.join(FOLDER, name + ".csv"), "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["part", "site", "item", "value"])
        table.writerow(["arm", "", "", arm])
        for part, rows in (("answer", answers), ("derived", derived), ("warning", warnings)):
            for key, value in rows:
                site, item = key.split("/") if "/" in key else ("exam", key)
                table.writerow([part, site, item, shown(value)])


def shown(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return repr(value) if isinstance(value, float) else str(value)


def mark(number):
    return f"s1 {100 + number} {90 + number} {12 + number} {10.5 * number} {-20.25 + number} {30.0 + number}"


QUADRANTS = ["R-IL-U", "R-IL-L", "R-SA-U", "R-SA-L", "L-SA-U", "L-SA-L", "L-IL-U", "L-IL-L"]
HALVES = ["R-U", "R-L", "L-U", "L-L"]


def sacroiliac():
    erosion = {"R-IL-U": 1, "R-IL-L": 1}
    answers = [(f"{q}/erosion", erosion.get(q, 0)) for q in QUADRANTS]
    answers += [(f"{q}/sclerosis", int(q == "R-IL-U")) for q in QUADRANTS]
    answers += [(f"{h}/ankylosis", 0) for h in HALVES]
    answers += [("image_quality", 4), ("R-IL-U/erosion_count", 2), ("R-IL-U/erosion_max_mm", "4.5"),
                ("R-IL-U/sclerosis_depth_mm", "5.0"), ("R-IL-U/fat", 1)]
    write("sij-structural", "T1w", answers, [], [("R-IL-U/sclerosis_depth_mm", 1)])


def sacroiliac_slices():
    # Erosion 10, backfill 3, ankylosis 2: the vector of the composite scores.
    erosion = {("S2", q) for q in QUADRANTS[:4]} | {("S3", q) for q in QUADRANTS[:4]}
    erosion |= {("S4", "R-IL-U"), ("S4", "R-SA-U")}
    backfill = {("S2", "R-U"), ("S3", "R-U"), ("S5", "L-L")}
    ankylosis = {("S3", "R-U"), ("S1", "L-U")}
    fat = {("S1", "L-IL-U"), ("S1", "L-SA-U")}
    answers, halves = [], []
    for s in ["S1", "S2", "S3", "S4", "S5"]:
        answers += [(f"{s}-{q}/erosion", int((s, q) in erosion)) for q in QUADRANTS]
        answers += [(f"{s}-{q}/fat", int((s, q) in fat)) for q in QUADRANTS]
        answers += [(f"{s}-{h}/backfill", int((s, h) in backfill)) for h in HALVES]
        answers += [(f"{s}-{h}/ankylosis", int((s, h) in ankylosis)) for h in HALVES]
        for h in HALVES:
            side, level = h.split("-")
            eroded = sum((s, f"{side}-{bone}-{level}") in erosion for bone in ("IL", "SA"))
            halves.append((f"{s}-{h}/half_damage",
                           max(eroded, 4 * ((s, h) in backfill), 6 * ((s, h) in ankylosis))))
    e, b, a, f = len(erosion), len(backfill), len(ankylosis), len(fat)
    assert (e, b, a) == (10, 3, 2)
    derived = [("erosion_score", e), ("fat_score", f), ("backfill_score", b), ("ankylosis_score", a),
               ("total_score", e + f + b + a), ("csds_equal", 0.5 * e + b + a),
               ("csds_stepwise", e + 4 * b + 6 * a), ("csds_hierarchical", sum(v for _, v in halves))]
    write("sij-sss", "T1w", answers + [("image_quality", 5)], derived + halves)


def sacroiliac_regions():
    regions = [f"{t}-{q}" for t in "AMP" for q in QUADRANTS]
    oedema = {r: i % 4 for i, r in enumerate(regions)}
    sclerosis = {r: i % 3 for i, r in enumerate(regions)}
    erosion = {"A-R-IL-U": 1, "M-R-IL-U": 1, "P-L-SA-L": 1}
    answers = []
    for r in regions:
        answers += [(f"{r}/oedema", oedema[r]), (f"{r}/fat", int(r[0] == "P")),
                    (f"{r}/sclerosis", sclerosis[r]), (f"{r}/erosion", erosion.get(r, 0)),
                    (f"{r}/joint_space", 0)]
    write("sij-24", "MRI", answers + [("image_quality", 4)],
          [("oedema_score", sum(oedema.values())), ("fat_score", 8),
           ("sclerosis_score", sum(sclerosis.values())), ("R/erosion_count", 2), ("L/erosion_count", 1)])


def joints():
    write("sij-mny", "CT", [("R/grade", 3), ("L/grade", 1), ("image_quality", 4)],
          [("criterion", True), ("highest_grade", 3)])
    write("sij-chronicity", "MRI",
          [("R/grade", 3), ("L/grade", 1), ("R/ankylosis_pct", 25), ("L/erosion_count", 3), ("image_quality", 4)],
          [("R/joint_positive", True), ("L/joint_positive", False), ("positive", True)],
          [("R/ankylosis_pct", 1), ("L/erosion_count", 1)])


def chest():
    base = [("viral_signs", "yes"), ("lung-R/pct", "30 %"), ("lung-L/pct", 10), ("other_pathology_blocks", "no")]
    write("covid-ct04", "CT", base + [("category_reader", "CT-3"), ("discordance_reason", "morphology")],
          [("category_derived", "CT-2"), ("discordant", True), ("hospital", True)])
    write("covid-ct04-serial", "CT",
          base + [("category_prior", "CT-3"), ("interval_days", 10), ("category_reader", "CT-2"),
                  ("discordance_reason", "extent")],
          [("category_derived", "CT-2"), ("discordant", False), ("hospital", False), ("change", -1),
           ("dynamics", "better"), ("hospital_prior", True)])
    write("covid-ct04-ai", "aided",
          base + [("category_postAI", "CT-2"), ("category_program", "CT-2"), ("ai_agree", 4),
                  ("ai_changed_my_mind", "yes"), ("ai_change_reason", "A patch behind the heart."),
                  ("discordance_reason", "extent"), ("lung-R/ai_segmentation_ok", 4),
                  ("lung-L/ai_segmentation_ok", 5)],
          [("category_derived", "CT-2"), ("category_final", "CT-2"), ("discordant", False),
           ("follows_program", True), ("hospital", False)])


def cavernoma():
    def lesion(name, number, **answers):
        return [(f"{name}/mark", mark(number))] + [(f"{name}/{k}", v) for k, v in answers.items()]
    answers = [("lesion_count_total", 2), ("image_quality", 4)]
    answers += lesion("L1", 1, side="R", location="frontal", max_diameter_mm="11.5", t1_core="mixed",
                      t2_core="mixedReticulated", t2_rim="complete", gre="hypoBlooming", zabramski="II")
    answers += lesion("L2", 2, side="L", location="pons", max_diameter_mm="2.0", diameter_series="GRE",
                      t1_core="notVisible", t2_core="notVisible", gre="punctate", zabramski="III")
    write("ccm-zabramski", "T1T2GRE", answers,
          [("multiple", True), ("familial_pattern", False), ("L1/tentorium", "supratentorial"),
           ("L2/tentorium", "infratentorial"), ("L1/algorithmic_type", "II"), ("L2/algorithmic_type", "IV"),
           ("L1/bloomed", False), ("L2/bloomed", True), ("L1/tripartite", "recentBlood"),
           ("L2/tripartite", "noRecentBlood")])


def glioblastoma():
    targets = [(22.0, 15.0, 20.0, 12.0), (14.5, 11.0, 12.0, 10.0)]
    answers = [("weeks_since_RT", 16), ("smaller_between", "no"), ("new_enhancement", "inside"),
               ("flair_change", "stable"), ("dsc_cbv", "elevated"), ("rCBV_ratio", "2.40"),
               ("overall", 4), ("binary", "TP"), ("image_quality", 4)]
    for number, (d1, d2, b1, b2) in enumerate(targets, 1):
        answers += [(f"T{number}/mark", mark(number)), (f"T{number}/d1_mm", d1), (f"T{number}/d2_mm", d2),
                    (f"T{number}/baseline_d1_mm", b1), (f"T{number}/baseline_d2_mm", b2)]
    now = sum(d1 * d2 for d1, d2, _, _ in targets)
    before = sum(b1 * b2 for _, _, b1, b2 in targets)
    change = (now - before) / before * 100
    assert change >= 25
    write("gbm-psp", "DSC", answers,
          [("early", False), ("SPD_mm2", now), ("SPD_baseline_mm2", before), ("SPD_change_pct", change),
           ("SPD_change_nadir_pct", change), ("growth", True), ("rano_flag", "PD")])


def rectum():
    # The worked case of DD60493: mrTRG 2, scar of 15 mm, 40 mm from the anal verge, ADC 1.66, no restriction.
    write("rectal-response", "T2DWI",
          [("mrTRG", 2), ("fibrosis_pct", 90), ("dwi_restriction", "no"), ("adc_e3", "1.66"), ("ymrT", 1),
           ("ymrN", 0), ("mrf_distance_mm", "12.0"), ("dist_anal_verge_mm", 40), ("scar_length_mm", 15),
           ("pattern", "linearScar"), ("cr_call", 2), ("image_quality", 4)],
          [("good_response", True), ("mrf_involved", False)])
    features = [("AngScMom", "0.0041"), ("InvDfMom", "0.15"), ("Entropy", "2.5"), ("DifEntrp", "1.32"),
                ("SumEntrp", "1.74")]
    write("rectal-t2-texture", "T2",
          [("roi_pixels", 240)] + [("roi_pixels." + name, value) for name, value in features]
          + [("image_quality", 4)],
          features + [("score_points", 5), ("responder", True)])


def hands():
    carpals = ["scaphoid", "lunate", "triquetrum", "pisiform", "trapezium", "trapezoid", "capitate", "hamate"]
    wrist = ["radius", "ulna"] + carpals + [f"MC{i}" for i in range(1, 6)]
    mcp = [f"MCP{i}{end}" for end in "HP" for i in range(2, 6)]
    joint = ["DRU", "RC", "IC"] + [f"MCP{i}" for i in range(2, 6)]
    sheath = [f"E{i}" for i in range(1, 7)] + [f"F{i}" for i in range(1, 4)] + [f"TF{i}" for i in range(2, 6)]
    erosion = {"R-lunate": 3, "R-capitate": 1, "R-MCP2H": 2, "L-lunate": 10}
    bme = {"R-lunate": 2, "L-lunate": 3, "L-MCP5P": 1}
    synovitis = {"R-RC": 1, "R-IC": 2, "L-MCP3": 3}
    teno = {"R-E4": 1, "R-F2": 3, "L-TF2": 2}
    effusion = {"R-RC"}
    answers = [("interpretation_delay_days", 6), ("contrast", "yes")]
    for hand in "RL":
        answers += [(f"{hand}-{b}/erosion", erosion.get(f"{hand}-{b}", 0)) for b in wrist + mcp]
        answers += [(f"{hand}-{b}/bme", bme.get(f"{hand}-{b}", 0)) for b in wrist + mcp]
        answers += [(f"{hand}-{j}/synovitis", synovitis.get(f"{hand}-{j}", 0)) for j in joint]
        answers += [(f"{hand}-{j}/effusion", int(f"{hand}-{j}" in effusion)) for j in joint]
        answers += [(f"{hand}-{s}/tenosynovitis", teno.get(f"{hand}-{s}", 0)) for s in sheath]
    derived = [("protocol_deviation", False)]
    for hand in "RL":
        def total(scores, names=None):
            return sum(v for k, v in scores.items()
                       if k.startswith(hand + "-") and (names is None or k[2:] in names))
        derived += [(f"{hand}-wrist/erosion_part", total(erosion, wrist)),
                    (f"{hand}-mcp/erosion_part", total(erosion, mcp)),
                    (f"{hand}/erosion_total", total(erosion)), (f"{hand}/bme_total", total(bme)),
                    (f"{hand}/synovitis_total", total(synovitis)),
                    (f"{hand}/tenosynovitis_total", total(teno))]
    derived += [("any_erosion", True), ("any_bme", True), ("any_synovitis", True),
                ("any_tenosynovitis", True), ("any_effusion", True)]
    write("hand-ssc-7t", "MORPH", answers + [("image_quality", 4)], derived,
          [("interpretation_delay_days", 1)])


def lesions():
    write("pet-lesion", "PET",
          [("lesion_count_total", 1), ("suv_available", "yes"), ("SUV_liver", "2.50"), ("L1/mark", mark(1)),
           ("L1/location", "rectum"), ("L1/SUVmax", "27.1"), ("L1/length_mm", 43), ("L1/suspicion", 4),
           ("image_quality", 4)],
          [("solitary", True), ("highest_SUVmax", 27.1), ("L1/to_liver", 27.1 / 2.5), ("positive", True)])
    # The first case of the source: left ilium, 22 x 20 x 14 mm, oedema of 50 mm.
    write("bone-lesion", "MRI",
          [("bone", "pelvis"), ("side", "L"), ("solitary", "yes"), ("d1_mm", 22), ("d2_mm", 20), ("d3_mm", 14),
           ("margin", "sharp"), ("cortex_outer", "yes"), ("cortex_inner", "no"), ("soft_tissue", "no"),
           ("oedema_mm", 50), ("t1_signal", "low"), ("t2_signal", "high"), ("stir_signal", "high"),
           ("diagnosis", "granuloma"), ("malignancy", 2), ("image_quality", 4)],
          [("volume_ml", 22 * 20 * 14 * math.pi / 6000), ("cortical_destruction", True),
           ("called_malignant", False)])


def generic():
    names = ["tasks_clear", "cases_useful", "cases_level", "images_sufficient", "tools_sufficient",
             "questions_clear", "feedback_clear", "feedback_useful", "pace_right", "confident_now",
             "would_recommend", "would_repeat"]
    grades = [5, 5, 4, 4, 3, 5, 4, 5, 3, 4, 5, 5]
    write("likert-12", "survey", list(zip(names, grades)),
          [("answered_count", 12), ("total", sum(grades)), ("mean_score", sum(grades) / 12)])
    quality = {"overall": 4, "sharpness": 4, "noise": 3, "contrast": 5, "artefact": 2}
    write("image-quality", "any",
          list(quality.items()) + [("artefact_kind", "motion"), ("coverage", "yes"), ("usable", "yes")],
          [("quality_sum", sum(quality.values())), ("acceptable", min(quality.values()) >= 3)])
    grades = [5, 4, 4, 3, 2, 4]
    write("vga", "absolute", [(f"C{i}/grade", g) for i, g in enumerate(grades, 1)],
          [("vgas", sum(grades) / 6), ("fulfilled", sum(g >= 4 for g in grades))])


for make in (sacroiliac, sacroiliac_slices, sacroiliac_regions, joints, chest, cavernoma, glioblastoma,
             rectum, hands, lesions, generic):
    make()
