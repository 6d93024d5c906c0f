#!/usr/bin/env bash
# Silver names: CoreNLP (GPL, used for its output only) tags the texts of PolNeAR's
# training half, and of TimeBank and AQUAINT but for the fifth held out. Needs
# Java 17, Maven, the trainer's packages and about 30 minutes of two cores.
#   PYTHON=work/venv/bin/python training/silver.sh FOLDER
set -euo pipefail
folder=${1:?usage: training/silver.sh FOLDER}
version=4.5.10

mkdir -p "$folder/in" "$folder/out"
"${PYTHON:-python3}" "$(dirname "$0")/corpora.py" "$folder"
find "$(cd "$folder" && pwd)/in" -name '*.txt' | sort > "$folder/list.txt"

mvn -q dependency:get "-Dartifact=edu.stanford.nlp:stanford-corenlp:$version"
mvn -q dependency:get "-Dartifact=edu.stanford.nlp:stanford-corenlp:$version:jar:models" -Dtransitive=false
jars=$(find ~/.m2/repository -name '*.jar' | grep -v -i -E 'maven|plexus|surefire' | tr '\n' ':')

java -Xmx5g -cp "$jars" edu.stanford.nlp.pipeline.StanfordCoreNLP \
  -annotators tokenize,ssplit,pos,lemma,ner -ner.useSUTime false \
  -ner.applyNumericClassifiers false -ssplit.newlineIsSentenceBreak always \
  -outputFormat json -outputDirectory "$folder/out" -fileList "$folder/list.txt" -threads 2
