#!/usr/bin/env bash
# Silver names: CoreNLP (GPL, used for its output only) tags the texts of PolNeAR's
# training half, the first 377 as for the released model (SILVER_TEXTS). Needs
# Java 17, Maven and about 20 minutes of two cores.
#   training/silver.sh FOLDER
set -euo pipefail
folder=${1:?usage: training/silver.sh FOLDER}
shared=${READOUT_SHARED:-$(dirname "$0")/../../shared}
version=4.5.10

mkdir -p "$folder/in" "$folder/out"
for text in "$shared"/data/polnear/train/text/*.txt; do
  cp "$text" "$folder/in/pn__$(basename "$text")"
done
find "$(cd "$folder" && pwd)/in" -name '*.txt' | sort |
  awk -v n="${SILVER_TEXTS:-377}" "NR <= n" > "$folder/list.txt"

mvn -q dependency:get "-Dartifact=edu.stanford.nlp:stanford-corenlp:$version"
mvn -q dependency:get "-Dartifact=edu.stanford.nlp:stanford-corenlp:$version:jar:models" -Dtransitive=false
jars=$(find ~/.m2/repository -name '*.jar' | grep -v -i -E 'maven|plexus|surefire' | tr '\n' ':')

java -Xmx5g -cp "$jars" edu.stanford.nlp.pipeline.StanfordCoreNLP \
  -annotators tokenize,ssplit,pos,lemma,ner -ner.useSUTime false \
  -ner.applyNumericClassifiers false -ssplit.newlineIsSentenceBreak always \
  -outputFormat json -outputDirectory "$folder/out" -fileList "$folder/list.txt" -threads 2
