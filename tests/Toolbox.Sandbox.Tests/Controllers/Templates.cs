namespace Toolbox.Sandbox.Tests.Controllers;

static class Templates
{
    /// <summary>A pod template that no node takes.</summary>
    public static string Pod(string app, string image = "example.test/app:1", string restartPolicy = "Always") => $$"""
        {"metadata":{"labels":{"app":"{{app}}"} },"spec":{"schedulerName":"nobody","restartPolicy":"{{restartPolicy}}",
         "terminationGracePeriodSeconds":0,"containers":[{"name":"main","image":"{{image}}","ports":[{"name":"web","containerPort":8080}]}]} }
        """;

    public static string Deployment(string name, int replicas = 1, string strategy = """{"type":"RollingUpdate"}""", string more = "") => $$"""
        {"metadata":{"name":"{{name}}","labels":{"app":"{{name}}"} },"spec":{"replicas":{{replicas}},{{more}}"strategy":{{strategy}},
         "selector":{"matchLabels":{"app":"{{name}}"} },"template":{{Pod(name)}} } }
        """;

    public static string Job(string name, string more = "", string restartPolicy = "Never") => $$"""
        {"metadata":{"name":"{{name}}"},"spec":{{{more}}"template":{{Pod(name, restartPolicy: restartPolicy)}} } }
        """;
}
