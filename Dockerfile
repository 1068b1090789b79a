# The image of operator, supervisors and bootstraps, and the base of images with jobs:
#   docker build -t REGISTRY/flinkctl:2.0.0 .
# An image with a job adds its JAR and nothing else:
#   FROM REGISTRY/flinkctl:2.0.0
#   COPY flink-jobs.jar /flink-jobs.jar
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Toolbox.Cli --configuration Release --output /app -p:DebugType=none -p:PublishDocumentationFiles=false -p:RestoreLockedMode=true

# Without shell and package manager; has OpenSSL and the user 1654.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /opt/flinkctl
ENV PATH=/opt/flinkctl:$PATH \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_TieredPGO=0
# A number, so that runAsNonRoot can be checked.
USER 1654
EXPOSE 4444 8080
ENTRYPOINT ["/opt/flinkctl/flinkctl"]
