namespace YosWorkflow.Core.Audits;

/// <summary>Reads a template as it is written.</summary>
internal static class AuditTemplateFile
{
    /// <summary>Reads and checks a template.</summary>
    /// <param name="file">What the file is called, for messages.</param>
    /// <param name="json">Its content.</param>
    /// <exception cref="FormatException">It is not as it should be; the message says all that is wrong.</exception>
    public static AuditTemplate Read(string file, string json)
    {
        var template = AuditProgrammeFile.Parse<WrittenTemplate>(file, json).ToTemplate();
        AuditProgrammeFile.ThrowIfAny(file, [.. ProblemsOf(template)]);
        return template;
    }

    private static IEnumerable<string> ProblemsOf(AuditTemplate template)
    {
        if (template.Version < 1)
        {
            yield return "version must be at least 1";
        }

        if (!template.Questions.Any())
        {
            yield return "it has no question";
        }

        foreach (
            var group in template.Questions.GroupBy(question => question.QuestionId, StringComparer.Ordinal)
        )
        {
            if (group.Count() > 1)
            {
                yield return $"question '{group.Key}' comes twice";
            }
        }

        foreach (var question in template.Questions)
        {
            if (question.Weight < 1)
            {
                yield return $"question '{question.QuestionId}' has a weight below 1";
            }

            foreach (var reference in question.Record.Where(part => !CaseRecord.IsReference(part)))
            {
                yield return $"question '{question.QuestionId}' refers to '{reference}', which is not part of the record";
            }
        }
    }

    private sealed record WrittenTemplate(
        string TemplateId,
        int Version,
        string Title,
        WrittenSection[] Sections
    )
    {
        public AuditTemplate ToTemplate() =>
            new(TemplateId, Version, Title, [.. Sections.Select(section => section.ToSection())]);
    }

    private sealed record WrittenSection(string SectionId, string Title, WrittenQuestion[] Questions)
    {
        public AuditSection ToSection() =>
            new(SectionId, Title, [.. Questions.Select(question => question.ToQuestion())]);
    }

    private sealed record WrittenQuestion(
        string QuestionId,
        string Text,
        string LookFor,
        string Theme,
        int Weight,
        string[]? Record = null
    )
    {
        public AuditQuestion ToQuestion() => new(QuestionId, Text, LookFor, Theme, Weight, [.. Record ?? []]);
    }
}
