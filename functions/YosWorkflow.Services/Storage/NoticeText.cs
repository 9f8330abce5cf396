using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Storage;

/// <summary>The items of a notice or a digest as one text.</summary>
internal static class NoticeText
{
    public static string Write(ImmutableArray<NoticeItem> items) => StorageJson.Write(items);

    public static ImmutableArray<NoticeItem> Read(string text) =>
        text.Length == 0 ? [] : StorageJson.Read<ImmutableArray<NoticeItem>>(text);
}
