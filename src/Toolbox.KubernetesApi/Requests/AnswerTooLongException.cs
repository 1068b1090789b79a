namespace Toolbox.KubernetesApi;

sealed class AnswerTooLongException(long limit) : Exception($"the answer is longer than {limit} bytes");
