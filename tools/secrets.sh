#!/usr/bin/env bash
# Creates the folder "secrets" with keys, certificates and stores for HTTPS between clients and operator.
#   tools/secrets.sh flink-operator key-password keystore-password truststore-password
# It is `flinkctl certificates create`, which has more options; neither openssl nor keytool is needed.
set -euo pipefail
[ $# -eq 4 ] || { echo "Usage: $(basename "$0") <operator-host> <key-password> <keystore-password> <truststore-password>" >&2; exit 1; }
[ ! -e secrets ] || { echo "$(basename "$0"): there is a folder 'secrets' already" >&2; exit 2; }

# FLINKCTL names the executable; without it the one on the PATH, or the one built here.
flinkctl=${FLINKCTL:-$(command -v flinkctl || true)}
if [ -z "$flinkctl" ]; then
  top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  flinkctl=$top/src/Toolbox.Cli/bin/Debug/net10.0/flinkctl
  [ -x "$flinkctl" ] || dotnet build "$top/src/Toolbox.Cli" -v quiet -clp:ErrorsOnly --nologo >&2 || exit 1
fi
exec "$flinkctl" certificates create --host "$1" --key-password "$2" --keystore-password "$3" --truststore-password "$4" --out secrets
