# The image of operator, supervisors and bootstraps, and the base of images with jobs:
#   docker build -t REGISTRY/flinkctl:2.0.0 .
# An image with a job adds its JAR and nothing else:
#   FROM REGISTRY/flinkctl:2.0.0
#   COPY flink-jobs.jar /flink-jobs.jar
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN tools/publish /app

# Without shell, package manager and .NET runtime; has OpenSSL and the user 1654.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /app/flinkctl /opt/flinkctl/flinkctl
ENV PATH=/opt/flinkctl:$PATH
# A number, so that runAsNonRoot can be checked.
USER 1654
EXPOSE 4444 8080
ENTRYPOINT ["/opt/flinkctl/flinkctl"]
