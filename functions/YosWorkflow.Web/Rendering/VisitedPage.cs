using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace YosWorkflow.Web.Rendering;

/// <summary>A page with who looks at it, for the frame around it to show.</summary>
internal sealed class VisitedPage : ComponentBase
{
    /// <summary>Who looks at it.</summary>
    [Parameter, EditorRequired]
    public Visit Visit { get; set; } = null!;

    /// <summary>The page: a component with a parameter <c>Model</c>.</summary>
    [Parameter, EditorRequired]
    public Type Page { get; set; } = null!;

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public object Model { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<Visit>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Visit);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), (RenderFragment)BuildPage);
        builder.CloseComponent();
    }

    private void BuildPage(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Page);
        builder.AddComponentParameter(1, nameof(Model), Model);
        builder.CloseComponent();
    }
}
