using System.Text;
using CsCheck;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>What is too much, and what is nonsense: refused quickly, without filling the memory, and never with an exception.</summary>
public sealed class ImportLimitTests
{
    private const long TwoHundredMegabytes = 200L * 1024 * 1024;

    [Fact]
    public async Task Read_AFileOf200MegabytesOnDisk_IsRefusedUnread()
    {
        var path = Path.GetTempFileName();
        await using var file = new WatchedFile(path);
        file.SetLength(TwoHundredMegabytes);

        var (read, _) = await Csv.ReadAsync(new ImportFiles(Cases: new ImportFile(() => file)));

        Assert.Equal(0, file.Given);
        AssertTooLarge(read);
    }

    [Fact]
    public async Task Read_AStreamOfUnknownLength_IsReadNoFurtherThanTheLimit()
    {
        await using var endless = new EndlessStream();

        var (read, _) = await Csv.ReadAsync(new ImportFiles(Cases: new ImportFile(() => endless)));

        AssertTooLarge(read);
        Assert.InRange(endless.Given, ImportLimits.MaxBytes, ImportLimits.MaxBytes + 1_000_000);
    }

    [Fact]
    public async Task Read_MoreRowsThanAServiceHas_IsRefusedWhole()
    {
        var rows = new StringBuilder(Csv.MilestonesHeader).Append('\n');
        for (var row = 0; row <= ImportLimits.MaxRows; row++)
        {
            rows.Append("K1,review,2011-04-14,\n");
        }

        var (read, plan) = await Csv.ReadAsync(Csv.Files(milestones: rows.ToString()));

        Assert.True(read.IsRefused);
        Assert.Contains(
            read.Milestones.Problems.InOrder,
            problem => problem.Reason.Contains("250,000 rows", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Read_ALineThatIsFarTooLong_IsRejectedAlone()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                cases: Csv.Lines(
                    Csv.CasesHeader,
                    "K1,East,CM1,yro,2011-04-14" + new string(',', ImportLimits.MaxLineBytes),
                    "K2,East,CM1,yro,2011-04-14"
                )
            )
        );

        Assert.Equal(["K2"], read.Cases.Rows.Select(row => row.Case.CaseRef));
        Assert.Equal(1, read.Cases.Rejected);
    }

    [Fact]
    public async Task Read_AFileThatIsNotThere_IsRefusedWithTheReason()
    {
        var (read, _) = await Csv.ReadAsync(
            new ImportFiles(Staff: ImportFile.At(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())))
        );

        Assert.True(read.IsRefused);
        Assert.StartsWith(
            "can't be read",
            Assert.Single(read.Staff.Problems.InOrder).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_AnyBytesAtAll_IsNeverAnException() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 40], Gen.Bool)
            .Sample(
                (noise, at, isHeaderKept) =>
                {
                    var content = Encoding.UTF8.GetBytes(Csv.Staff);
                    var place = isHeaderKept ? Csv.StaffHeader.Length + 2 + at : at;
                    byte[] spoiled = [.. content[..place], .. noise, .. content[place..]];
                    var (read, _) = Csv.ReadAsync(Csv.Files(spoiled, null, null)).Result;
                    return read.IsRefused || read.Staff.Read >= read.Staff.Rejected + read.Staff.Rows.Count;
                },
                iter: 2_000
            );

    private static void AssertTooLarge(ReadCaseload read)
    {
        Assert.True(read.IsRefused);
        Assert.Equal("is larger than 32 MiB", Assert.Single(read.Cases.Problems.InOrder).Reason);
    }

    /// <summary>A file on disk that counts what is read of it, and is deleted when it is closed.</summary>
    private sealed class WatchedFile(string path)
        : FileStream(
            path,
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.DeleteOnClose
        )
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) =>
            Counted(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

        public override async Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => Counted(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => Counted(await base.ReadAsync(buffer, cancellationToken));

        private int Counted(int read)
        {
            Given += read;
            return read;
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'x');
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
