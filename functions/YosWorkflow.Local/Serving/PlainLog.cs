using System.Globalization;

namespace YosWorkflow.Local.Serving;

/// <summary>
/// Logs a line each: when, what, and of an exception its message. The tracing of a mistake is for whoever mends it, and is given
/// where it was asked for.
/// </summary>
/// <param name="context">Where to, and whether with traces.</param>
internal sealed class PlainLog(LocalContext context) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Lines(context, LeastOf(categoryName));

    /// <inheritdoc/>
    public void Dispose() { }

    private static LogLevel LeastOf(string category) =>
        category.StartsWith(nameof(YosWorkflow), StringComparison.Ordinal)
            ? LogLevel.Information
            : LogLevel.Warning;

    private sealed class Lines(LocalContext context, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var time = context.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            var failure = context.Traces ? exception?.ToString() : exception?.Message.ReplaceLineEndings(" ");
            var text = $"{time} {formatter(state, exception)} {failure}".TrimEnd();
            context.Error.WriteLine(logLevel >= LogLevel.Warning ? $"{text} [{logLevel}]" : text);
        }
    }
}
