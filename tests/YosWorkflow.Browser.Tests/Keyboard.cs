using Microsoft.Playwright;

namespace YosWorkflow.Browser.Tests;

/// <summary>Going through a page without a mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 200;

    // The answer to a request comes before its document takes the place of the old one, so the new one's own word is waited for.
    public static async Task FollowAsync(this IPage page)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage loading) => loaded.TrySetResult();
        page.Load += OnLoad;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        page.Load -= OnLoad;
    }

    /// <summary>Goes on to what says something. Only in the page's main part: the navigation may have a link of the same name.</summary>
    public static Task TabToAsync(this IPage page, string text, bool exact = false) =>
        TabAsync(
            page,
            "() => document.querySelector('main').contains(document.activeElement) ? document.activeElement.textContent.trim() : ''",
            found => exact ? found == text : found.StartsWith(text, StringComparison.Ordinal),
            text
        );

    /// <summary>Goes on to the field of a form.</summary>
    public static Task TabToFieldAsync(this IPage page, string name) =>
        TabAsync(page, "() => document.activeElement.name || ''", found => found == name, name);

    private static async Task TabAsync(IPage page, string ask, Func<string, bool> isIt, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (isIt(await page.EvaluateAsync<string>(ask)))
            {
                return;
            }
        }

        Assert.Fail($"'{what}' can't be reached by the keyboard.");
    }
}
