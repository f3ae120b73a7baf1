#!/bin/bash
# Run once: the topics of the contracts and one for each one's dead letters, with three partitions as in production.
set -euo pipefail
for topic in applications appraisals batches calendar findings honours inspections ledger mutual-reviews notices notifications organisations plans programmes selections supervision; do
    for name in "$topic" "$topic.dlt"; do
        /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
            --topic "$name" --partitions 3 --replication-factor 1
    done
done
