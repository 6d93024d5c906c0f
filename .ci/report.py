"""Reads the output of go test -json; prints what failed and what was skipped.

    report.py TESTS.json ALLOWED.txt

A line of ALLOWED.txt is "package test: reason"; a skipped test without a line
is a failure. The last line counts the tests.
"""
import json
import sys


def read(path):
    """Output by test, and the final action of each (package, test or None)."""
    output, ended, other = {}, {}, []
    for line in open(path, encoding="utf-8"):
        if not line.startswith("{"):
            other.append(line)
            continue
        event = json.loads(line)
        key = (event.get("Package") or event.get("ImportPath", ""), event.get("Test"))
        if event["Action"] in ("output", "build-output"):
            output.setdefault(key, []).append(event["Output"])
        elif event["Action"] in ("pass", "fail", "skip", "build-fail"):
            ended[key] = event["Action"]
    return output, ended, other


def allowed_skips(path):
    rows = (line.split(":", 1)[0].split() for line in open(path, encoding="utf-8")
            if line.strip() and not line.startswith("#"))
    return {tuple(row) for row in rows}


def main(tests, allowed):
    output, ended, other = read(tests)
    sys.stdout.writelines(other)
    count = {"pass": 0, "fail": 0, "skip": 0}
    allowed, refused = allowed_skips(allowed), []
    for key, action in sorted(ended.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        package, test = key
        text = "".join(output.get(key, []))
        if test is None:
            if action in ("fail", "build-fail"):
                print(text, end="")
            continue
        count[action] += 1
        if action == "fail":
            print(f"--- {package}\n{text}", end="")
        if action == "skip":
            why = " ".join(line.strip() for line in text.splitlines() if not line.lstrip().startswith(("===", "---")))
            print(f"skipped: {package} {test}: {why}")
            if key not in allowed:
                refused.append(key)
    for package, test in refused:
        print(f"skipped and not in .ci/allowed-skips.txt: {package} {test}")
    broken = [package for (package, test), action in ended.items() if test is None and "fail" in action]
    for package in sorted(broken):
        print(f"FAIL {package}")
    failed = count["fail"] + len(refused)
    if broken and not failed:
        failed = len(broken)  # a package that does not build has no failing test
    print(f"{count['pass']} passed, {failed} failed, {count['skip']} skipped")
    return 1 if failed or not count["pass"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
