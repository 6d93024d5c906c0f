#!/usr/bin/env python3
"""Measure the built program on one core, everything included: start, model, reading, printing.

  bench/speed.py [--runs 3] [--core 0] [--readout FILE] [--texts DIR] [--article FILE]

Every run is a new process, pinned to one core, with GOMAXPROCS=1. Wall time and processor time stand side by side: on
a machine with other work the first is theirs too, the second is the program's own. Linux, standard library only.
"""
import argparse
import glob
import os
import platform
import subprocess
import sys
import tempfile
import time

FLOORS = {"words/s": 3000, "article s": 0.4, "peak MB": 300, "binary MB": 80}


def run(opt, args, kernel=""):
    """(wall seconds, processor seconds, peak MB) of one process."""
    env = dict(os.environ, GOMAXPROCS="1", READOUT_KERNEL=kernel)
    if not kernel:
        del env["READOUT_KERNEL"]
    command = ["taskset", "-c", str(opt.core), opt.readout, "read", "--json", "-j", "1"] + args
    start = time.perf_counter()
    with open(os.devnull, "w") as null:
        child = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE, env=env)
        errors = child.stderr.read().decode()
        _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)}: exit {child.returncode}: {errors}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def best(opt, name, args, kernel=""):
    """Least wall time, least processor time and largest memory of all runs, each of which is printed."""
    runs = []
    for i in range(opt.runs):
        runs.append(run(opt, args, kernel))
        print(f"{name}, run {i + 1}: wall {runs[-1][0]:.3f} s, processor {runs[-1][1]:.3f} s, peak {runs[-1][2]:.0f} MB",
              flush=True)
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


def words(paths):
    return sum(len(open(p, encoding="utf8").read().split()) for p in paths)


def verdict(name, value, unit, floor, most):
    met = value <= floor if most else value >= floor
    print(f"{name:34s} {value:9.2f} {unit:8s} {'at most' if most else 'at least'} {floor}: {'met' if met else 'NOT MET'}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--runs", type=int, default=3, help="times that each measurement is repeated")
    ap.add_argument("--core", type=int, default=0, help="the core to run on")
    ap.add_argument("--readout", help="the program; built here if not given")
    ap.add_argument("--texts", default="../shared/data/polnear/dev/text", help="folder of texts for words per second")
    ap.add_argument("--article", default="testdata/articles/texas-student-clock.txt", help="the article to start with")
    opt = ap.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        if not opt.readout:
            opt.readout = os.path.join(tmp, "readout")
            subprocess.run(["go", "build", "-trimpath", "-o", opt.readout, "./cmd/readout"], check=True)
        measure(opt)


def processor():
    """The name of the processor, as Linux has it."""
    for line in open("/proc/cpuinfo", encoding="utf8"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def measure(opt):
    version = subprocess.run([opt.readout, "version"], capture_output=True, text=True).stdout.strip()
    print(version, f"{processor()}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}", sep="\n")
    wall, own, peak_article = best(opt, "article", [opt.article])
    n = words([opt.article])
    generic, generic_own, _ = best(opt, "article, generic kernel", [opt.article], "generic")
    results = [("start to record, wall", wall, "s", FLOORS["article s"], True),
               ("start to record, processor", own, "s", FLOORS["article s"], True)]
    peak = peak_article
    paths = sorted(glob.glob(os.path.join(opt.texts, "*.txt")))
    if paths:
        count = words(paths)
        all_wall, all_own, peak = best(opt, f"{len(paths)} texts, {count} words", [opt.texts])
        results += [("words per second, wall", count / all_wall, "words/s", FLOORS["words/s"], False),
                    ("words per second, processor", count / all_own, "words/s", FLOORS["words/s"], False)]
    else:
        print(f"{opt.texts} holds no texts: words per second are not measured")
    results += [("peak memory", peak, "MB", FLOORS["peak MB"], True),
                ("program", os.path.getsize(opt.readout) / 2**20, "MB", FLOORS["binary MB"], True)]
    print(f"\narticle of {n} words")
    for r in results:
        verdict(*r)
    print(f"generic kernel: {generic_own / own:.1f} times the processor time on the article ({generic_own:.2f} s)")
    print(f"load after {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
