using System.Globalization;

namespace Toolbox.Sandbox.Api.Protobuf;

/// <summary>
/// The messages that kubectl and helm send as protobuf, with the field numbers of the Kubernetes API. A line is a message:
/// <c>NAME FIELD=NUMBER:TYPE</c>, where <c>[]</c> is a list, <c>{}</c> a map and <c>*</c> a pointer.
/// </summary>
static class ProtobufMessages
{
    const string Table = """
        Unknown typeMeta=1:TypeMeta raw=2:bytes contentEncoding=3:string contentType=4:string
        TypeMeta apiVersion=1:string kind=2:string
        ObjectMeta name=1:string generateName=2:string namespace=3:string selfLink=4:string uid=5:string resourceVersion=6:string generation=7:int creationTimestamp=8:time deletionTimestamp=9:time deletionGracePeriodSeconds=10:int* labels=11:{}string annotations=12:{}string ownerReferences=13:[]OwnerReference finalizers=14:[]string managedFields=17:[]ManagedFieldsEntry
        OwnerReference kind=1:string name=3:string uid=4:string apiVersion=5:string controller=6:bool* blockOwnerDeletion=7:bool*
        ManagedFieldsEntry manager=1:string operation=2:string apiVersion=3:string time=4:time fieldsType=6:string fieldsV1=7:FieldsV1 subresource=8:string
        DeleteOptions gracePeriodSeconds=1:int* preconditions=2:Preconditions orphanDependents=3:bool* propagationPolicy=4:string dryRun=5:[]string ignoreStoreReadErrorWithClusterBreakingPotential=6:bool*
        Preconditions uid=1:string resourceVersion=2:string
        LabelSelector matchLabels=1:{}string matchExpressions=2:[]LabelSelectorRequirement
        LabelSelectorRequirement key=1:string operator=2:string values=3:[]string
        ConfigMap metadata=1:ObjectMeta data=2:{}string binaryData=3:{}bytes immutable=4:bool*
        Secret metadata=1:ObjectMeta data=2:{}bytes type=3:string stringData=4:{}string immutable=5:bool*
        Namespace metadata=1:ObjectMeta spec=2:NamespaceSpec status=3:NamespaceStatus
        NamespaceSpec finalizers=1:[]string
        NamespaceStatus phase=1:string
        ServiceAccount metadata=1:ObjectMeta secrets=2:[]ObjectReference imagePullSecrets=3:[]LocalObjectReference automountServiceAccountToken=4:bool*
        ObjectReference kind=1:string namespace=2:string name=3:string uid=4:string apiVersion=5:string resourceVersion=6:string fieldPath=7:string
        LocalObjectReference name=1:string
        TokenRequest metadata=1:ObjectMeta spec=2:TokenRequestSpec status=3:TokenRequestStatus
        TokenRequestSpec audiences=1:[]string boundObjectRef=3:BoundObjectReference expirationSeconds=4:int*
        TokenRequestStatus token=1:string expirationTimestamp=2:time
        BoundObjectReference kind=1:string apiVersion=2:string name=3:string uid=4:string
        SelfSubjectReview metadata=1:ObjectMeta status=2:SelfSubjectReviewStatus
        SelfSubjectReviewStatus userInfo=1:UserInfo
        UserInfo username=1:string uid=2:string groups=3:[]string
        TokenReview metadata=1:ObjectMeta spec=2:TokenReviewSpec status=3:ReviewStatus
        TokenReviewSpec token=1:string audiences=2:[]string
        SelfSubjectAccessReview metadata=1:ObjectMeta spec=2:SelfSubjectAccessReviewSpec status=3:ReviewStatus
        SelfSubjectAccessReviewSpec resourceAttributes=1:ResourceAttributes nonResourceAttributes=2:NonResourceAttributes
        SubjectAccessReview metadata=1:ObjectMeta spec=2:SubjectAccessReviewSpec status=3:ReviewStatus
        LocalSubjectAccessReview metadata=1:ObjectMeta spec=2:SubjectAccessReviewSpec status=3:ReviewStatus
        SubjectAccessReviewSpec resourceAttributes=1:ResourceAttributes nonResourceAttributes=2:NonResourceAttributes user=3:string groups=4:[]string uid=6:string
        SelfSubjectRulesReview metadata=1:ObjectMeta spec=2:SelfSubjectRulesReviewSpec status=3:ReviewStatus
        SelfSubjectRulesReviewSpec namespace=1:string
        ResourceAttributes namespace=1:string verb=2:string group=3:string version=4:string resource=5:string subresource=6:string name=7:string
        NonResourceAttributes path=1:string verb=2:string
        ReviewStatus
        Role metadata=1:ObjectMeta rules=2:[]PolicyRule
        ClusterRole metadata=1:ObjectMeta rules=2:[]PolicyRule
        PolicyRule verbs=1:[]string apiGroups=2:[]string resources=3:[]string resourceNames=4:[]string nonResourceURLs=5:[]string
        RoleBinding metadata=1:ObjectMeta subjects=2:[]Subject roleRef=3:RoleRef
        ClusterRoleBinding metadata=1:ObjectMeta subjects=2:[]Subject roleRef=3:RoleRef
        Subject kind=1:string apiGroup=2:string name=3:string namespace=4:string
        RoleRef apiGroup=1:string kind=2:string name=3:string
        Deployment metadata=1:ObjectMeta spec=2:DeploymentSpec status=3:ReviewStatus
        DeploymentSpec replicas=1:int* selector=2:LabelSelector template=3:PodTemplateSpec strategy=4:DeploymentStrategy minReadySeconds=5:int revisionHistoryLimit=6:int* paused=7:bool progressDeadlineSeconds=9:int*
        DeploymentStrategy type=1:string
        PodTemplateSpec metadata=1:ObjectMeta spec=2:PodSpec
        PodSpec containers=2:[]Container restartPolicy=3:string terminationGracePeriodSeconds=4:int* activeDeadlineSeconds=5:int* dnsPolicy=6:string nodeSelector=7:{}string serviceAccountName=8:string serviceAccount=9:string nodeName=10:string hostNetwork=11:bool hostPID=12:bool hostIPC=13:bool hostname=16:string subdomain=17:string schedulerName=19:string priorityClassName=24:string
        Container name=1:string image=2:string command=3:[]string args=4:[]string workingDir=5:string ports=6:[]ContainerPort env=7:[]EnvVar resources=8:ResourceRequirements terminationMessagePath=13:string imagePullPolicy=14:string stdin=16:bool stdinOnce=17:bool tty=18:bool terminationMessagePolicy=20:string
        ResourceRequirements
        ContainerPort name=1:string hostPort=2:int containerPort=3:int protocol=4:string hostIP=5:string
        EnvVar name=1:string value=2:string
        Job metadata=1:ObjectMeta spec=2:JobSpec status=3:ReviewStatus
        JobSpec parallelism=1:int* completions=2:int* activeDeadlineSeconds=3:int* selector=4:LabelSelector manualSelector=5:bool* template=6:PodTemplateSpec backoffLimit=7:int* ttlSecondsAfterFinished=8:int* completionMode=9:string* suspend=10:bool*
        CronJob metadata=1:ObjectMeta spec=2:CronJobSpec status=3:ReviewStatus
        CronJobSpec schedule=1:string startingDeadlineSeconds=2:int* concurrencyPolicy=3:string suspend=4:bool* jobTemplate=5:JobTemplateSpec successfulJobsHistoryLimit=6:int* failedJobsHistoryLimit=7:int*
        JobTemplateSpec metadata=1:ObjectMeta spec=2:JobSpec
        Service metadata=1:ObjectMeta spec=2:ServiceSpec status=3:ReviewStatus
        ServiceSpec ports=1:[]ServicePort selector=2:{}string clusterIP=3:string type=4:string externalIPs=5:[]string sessionAffinity=7:string loadBalancerIP=8:string loadBalancerSourceRanges=9:[]string externalName=10:string externalTrafficPolicy=11:string healthCheckNodePort=12:int publishNotReadyAddresses=13:bool
        ServicePort name=1:string protocol=2:string port=3:int targetPort=4:IntOrString nodePort=5:int appProtocol=6:string*
        Eviction metadata=1:ObjectMeta deleteOptions=2:DeleteOptions
        """;

    static readonly Dictionary<string, Dictionary<int, ProtobufField>> Messages = Parse();

    /// <summary>The fields of a message by number; null for a message that is not in the table.</summary>
    public static IReadOnlyDictionary<int, ProtobufField>? Find(string message) => Messages.GetValueOrDefault(message);

    static Dictionary<string, Dictionary<int, ProtobufField>> Parse()
    {
        var messages = new Dictionary<string, Dictionary<int, ProtobufField>>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            messages[words[0]] = words.Skip(1).Select(Field).ToDictionary(item => item.Number, item => item.Field);
        }
        return messages;
    }

    static (int Number, ProtobufField Field) Field(string word)
    {
        var (name, rest) = (word[..word.IndexOf('=')], word[(word.IndexOf('=') + 1)..]);
        var (number, type) = (rest[..rest.IndexOf(':')], rest[(rest.IndexOf(':') + 1)..]);
        var (repeated, map, pointer) = (type.StartsWith("[]", StringComparison.Ordinal), type.StartsWith("{}", StringComparison.Ordinal), type.EndsWith('*'));
        return (int.Parse(number, CultureInfo.InvariantCulture), new ProtobufField(name, type.TrimStart('[', ']', '{', '}').TrimEnd('*'), repeated, map, pointer));
    }
}
