using CsCheck;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

public sealed class PlainReasonTests
{
    [Theory]
    [InlineData("550 <ann.field@kent.example> unknown", "550 <(address)> unknown")]
    [InlineData("to=ann.field@kent.example;", "to=(address);")]
    [InlineData("mailbox ANN.FIELD is full", "mailbox (name) is full")]
    [InlineData("key SG.abc_d.ef-g refused", "key (key) refused")]
    [InlineData("Authorization: Bearer ey.J", "Authorization: (key)")]
    [InlineData("user 569363e2-4e49-4661-87f2-16f245c5d66a gone", "user (id) gone")]
    [InlineData(" two\r\n\tlines\0 ", "two lines")]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    public void Of_WhatAServerSaid_IsALineThatNamesNobody(string? said, string expected) =>
        Assert.Equal(expected, PlainReason.Of(said, "ann.field@kent.example"));

    [Fact]
    public void Of_AnyTextAroundAnAddress_HoldsItNotAndIsShort() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(
                (before, after) =>
                {
                    var plain = PlainReason.Of(
                        $"{before} ann.field@kent.example {after}",
                        "ann.field@kent.example"
                    );
                    Assert.DoesNotContain("ann.field", plain, StringComparison.OrdinalIgnoreCase);
                    Assert.InRange(plain.Length, 0, PlainReason.Longest + 1);
                    Assert.DoesNotContain(plain, char.IsControl);
                }
            );
}
