using System.Text.Json.Nodes;
using CsCheck;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Deployments;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>
/// Whatever the limits and whichever pods become available when: a rolling update never has more pods than allowed, never takes an available
/// pod below the limit, and arrives. Broken, an update would overload a cluster, take a service down, or hang.
/// </summary>
public sealed class RollingUpdateLawTests
{
    static JsonObject Set(string name, string image, int replicas, int available) => JsonNode.Parse($$"""
        {"metadata":{"name":"{{name}}","uid":"{{name}}"},"spec":{"replicas":{{replicas}},"template":{"image":"{{image}}"} },
         "status":{"replicas":{{replicas}},"availableReplicas":{{available}} } }
        """)!.AsObject();

    static JsonObject Deployment(int replicas, JsonNode surge, JsonNode unavailable) => JsonNode.Parse($$"""
        {"spec":{"replicas":{{replicas}},"template":{"image":"new"},
         "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":{{surge.ToJsonString()}},"maxUnavailable":{{unavailable.ToJsonString()}} } } } }
        """)!.AsObject();

    [Fact]
    public void Limits_hold_and_the_update_arrives() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 12], Gen.Int[0, 1000]).Sample((desired, surge, unavailable, oldAvailable, luck) =>
        {
            var deployment = Deployment(desired, surge, unavailable);
            var (oldReplicas, newReplicas, newAvailable) = (desired, 0, 0);
            oldAvailable = Math.Min(oldAvailable, desired);
            for (var step = 0; step < 200; step++)
            {
                var rollout = new Rollout(deployment, [Set("old", "old", oldReplicas, oldAvailable), Set("new", "new", newReplicas, newAvailable)]);
                var availableBefore = oldAvailable + newAvailable;
                var wanted = RollingUpdate.NewReplicas(rollout, rollout.New);
                if (wanted != newReplicas) newReplicas = wanted;
                else
                {
                    oldReplicas = RollingUpdate.OldReplicas(rollout, rollout.New!).Single().Replicas;
                    oldAvailable = Math.Min(oldAvailable, oldReplicas);
                }
                if (oldReplicas + newReplicas > desired + rollout.Surge) return false;
                if (oldAvailable + newAvailable < Math.Min(availableBefore, desired - rollout.Unavailable)) return false;
                if (oldReplicas == 0 && newReplicas == desired && newAvailable == desired) return true;
                // Now and then one more new pod becomes available.
                if ((step + luck) % 3 == 0 && newAvailable < newReplicas) newAvailable++;
            }
            return false;
        });

    [Theory]
    [InlineData(10, "25%", "25%", 3, 2)]
    [InlineData(1, "25%", "25%", 1, 0)]
    [InlineData(4, "1", "0", 1, 0)]
    [InlineData(4, "0", "0", 0, 1)]
    [InlineData(3, "100%", "100%", 3, 3)]
    [InlineData(0, "25%", "25%", 0, 0)]
    public void Shares_are_rounded_in_favour_of_availability(int desired, string surge, string unavailable, int expectedSurge, int expectedUnavailable)
    {
        static JsonNode Limit(string text) => text.EndsWith('%') ? JsonValue.Create(text) : JsonValue.Create(int.Parse(text));
        var rollout = new Rollout(Deployment(desired, Limit(surge), Limit(unavailable)), []);
        Assert.Equal((expectedSurge, expectedUnavailable), (rollout.Surge, rollout.Unavailable));
    }

    [Fact]
    public void A_hash_depends_on_the_template_alone()
    {
        var template = JsonNode.Parse(Templates.Pod("web"))!.AsObject();
        var shuffled = new JsonObject(template.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var hash = TemplateHash.Of(template, 0);
        Assert.Matches("^[bcdfghjklmnpqrstvwxz2456789]{10}$", hash);
        Assert.Equal(hash, TemplateHash.Of(shuffled, 0));
        Assert.NotEqual(hash, TemplateHash.Of(template, 1));
        Assert.NotEqual(hash, TemplateHash.Of(JsonNode.Parse(Templates.Pod("web", "example.test/app:2"))!.AsObject(), 0));
        var labelled = template.Copy();
        labelled.Child("metadata").Child("labels")[TemplateHash.Label] = hash;
        Assert.True(TemplateHash.SameTemplate(template, labelled));
    }
}
