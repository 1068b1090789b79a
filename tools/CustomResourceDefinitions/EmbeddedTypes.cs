using k8s.Models;

namespace Toolbox.CustomResourceDefinitions;

/// <summary>
/// Fields that Kubernetes requires in the types that a spec embeds (from its own OpenAPI document; the C# models do not tell).
/// </summary>
public static class EmbeddedTypes
{
    static readonly Dictionary<Type, string[]> Required = new()
    {
        [typeof(V1AWSElasticBlockStoreVolumeSource)] = ["volumeID"],
        [typeof(V1AppArmorProfile)] = ["type"],
        [typeof(V1AzureDiskVolumeSource)] = ["diskName", "diskURI"],
        [typeof(V1AzureFileVolumeSource)] = ["secretName", "shareName"],
        [typeof(V1CSIVolumeSource)] = ["driver"],
        [typeof(V1CephFSVolumeSource)] = ["monitors"],
        [typeof(V1CinderVolumeSource)] = ["volumeID"],
        [typeof(V1ClusterTrustBundleProjection)] = ["path"],
        [typeof(V1ConfigMapKeySelector)] = ["key"],
        [typeof(V1Container)] = ["name"],
        [typeof(V1ContainerPort)] = ["containerPort"],
        [typeof(V1ContainerResizePolicy)] = ["resourceName", "restartPolicy"],
        [typeof(V1ContainerRestartRule)] = ["action"],
        [typeof(V1ContainerRestartRuleOnExitCodes)] = ["operator"],
        [typeof(V1DownwardAPIVolumeFile)] = ["path"],
        [typeof(V1EnvVar)] = ["name"],
        [typeof(V1FileKeySelector)] = ["key", "path", "volumeName"],
        [typeof(V1FlexVolumeSource)] = ["driver"],
        [typeof(V1GCEPersistentDiskVolumeSource)] = ["pdName"],
        [typeof(V1GRPCAction)] = ["port"],
        [typeof(V1GitRepoVolumeSource)] = ["repository"],
        [typeof(V1GlusterfsVolumeSource)] = ["endpoints", "path"],
        [typeof(V1HTTPGetAction)] = ["port"],
        [typeof(V1HTTPHeader)] = ["name", "value"],
        [typeof(V1HostPathVolumeSource)] = ["path"],
        [typeof(V1ISCSIVolumeSource)] = ["iqn", "lun", "targetPortal"],
        [typeof(V1KeyToPath)] = ["key", "path"],
        [typeof(V1LabelSelectorRequirement)] = ["key", "operator"],
        [typeof(V1NFSVolumeSource)] = ["path", "server"],
        [typeof(V1NodeSelector)] = ["nodeSelectorTerms"],
        [typeof(V1NodeSelectorRequirement)] = ["key", "operator"],
        [typeof(V1ObjectFieldSelector)] = ["fieldPath"],
        [typeof(V1PersistentVolumeClaimTemplate)] = ["spec"],
        [typeof(V1PersistentVolumeClaimVolumeSource)] = ["claimName"],
        [typeof(V1PhotonPersistentDiskVolumeSource)] = ["pdID"],
        [typeof(V1PodAffinityTerm)] = ["topologyKey"],
        [typeof(V1PodCertificateProjection)] = ["keyType", "signerName"],
        [typeof(V1PortworxVolumeSource)] = ["volumeID"],
        [typeof(V1PreferredSchedulingTerm)] = ["preference", "weight"],
        [typeof(V1QuobyteVolumeSource)] = ["registry", "volume"],
        [typeof(V1RBDVolumeSource)] = ["image", "monitors"],
        [typeof(V1ResourceFieldSelector)] = ["resource"],
        [typeof(V1ScaleIOVolumeSource)] = ["gateway", "secretRef", "system"],
        [typeof(V1SeccompProfile)] = ["type"],
        [typeof(V1SecretKeySelector)] = ["key"],
        [typeof(V1ServiceAccountTokenProjection)] = ["path"],
        [typeof(V1SleepAction)] = ["seconds"],
        [typeof(V1TCPSocketAction)] = ["port"],
        [typeof(V1TopologySpreadConstraint)] = ["maxSkew", "topologyKey", "whenUnsatisfiable"],
        [typeof(V1TypedLocalObjectReference)] = ["kind", "name"],
        [typeof(V1TypedObjectReference)] = ["kind", "name"],
        [typeof(V1Volume)] = ["name"],
        [typeof(V1VolumeDevice)] = ["devicePath", "name"],
        [typeof(V1VolumeMount)] = ["mountPath", "name"],
        [typeof(V1VsphereVirtualDiskVolumeSource)] = ["volumePath"],
        [typeof(V1WeightedPodAffinityTerm)] = ["podAffinityTerm", "weight"],
        [typeof(Corev1ResourceClaim)] = ["name"]
    };

    public static bool Contains(Type type) => type.Assembly == typeof(V1Container).Assembly;

    public static bool Requires(Type type, string field) => Required.TryGetValue(type, out var fields) && fields.Contains(field);
}
