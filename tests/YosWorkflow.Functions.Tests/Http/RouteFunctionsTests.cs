using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Functions.Http;
using YosWorkflow.TestKit;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Tests.Http;

public sealed class RouteFunctionsTests
{
    private const string Unknown = "/{*path}";

    [Fact]
    public void Functions_TheWholeTable_AreThereAndNothingElse()
    {
        var functions = HttpFunction
            .All.Where(function => function.Template != Unknown)
            .Select(function =>
                Line(
                    function.Trigger.Methods!.Select(method => method.ToUpperInvariant()),
                    function.Template,
                    function.Handler
                )
            );

        Assert.Equal(
            YosRoutes
                .All.Select(route => Line(route.Methods, route.Template, route.Handler))
                .Order(StringComparer.Ordinal),
            functions.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Functions_RestrictedRoutes_NeedAKeyBelowApiAndSayThatItWasChecked()
    {
        foreach (var route in YosRoutes.All)
        {
            var function = HttpFunction.All.Single(one =>
                one.Template == route.Template && one.Handler == route.Handler
            );
            var needsKey = route.IsForPrograms && route.Access != RouteAccess.Anyone;
            Assert.Equal(
                (needsKey ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous, needsKey),
                (function.Trigger.AuthLevel, function.SaysKeyWasChecked)
            );
        }
    }

    [Fact]
    public void Functions_WhatAnswersUnknownAddresses_TakesEveryMethodAndIsTriedLast()
    {
        var unknown = HttpFunction.All.Single(function => function.Template == Unknown);

        Assert.Equal(typeof(UnknownRoute), unknown.Handler);
        Assert.Null(unknown.Trigger.Methods);
        Assert.Equal(
            unknown.Name,
            HttpFunction.All.Select(function => function.Name).Max(StringComparer.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Functions_Names_AreDistinct()
    {
        var names = typeof(OpenFunctions)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .ToArray();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void HostJson_RoutePrefix_IsEmptySoThatPagesAreAtTheRoot()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("host.json")));

        var http = host.RootElement.GetProperty("extensions").GetProperty("http");

        Assert.Equal("", http.GetProperty("routePrefix").GetString());
    }

    private static string Line(IEnumerable<string> methods, string template, Type handler) =>
        $"{string.Join(',', methods)} {template} {handler.Name}";
}
