using System.Text;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>Encodings, separators, quotation marks and headers: what makes a file a CSV file of its kind.</summary>
public sealed class CsvShapeTests
{
    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Csv.Staff) },
            { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv.Staff)] },
            { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv.Staff)] },
            { "UTF-16, other end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Csv.Staff)] },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Csv.Staff) },
            { "Windows-1252", Encoding.Latin1.GetBytes(Csv.Staff) },
            { "LF", Encoding.UTF8.GetBytes(Csv.Staff.Replace("\r\n", "\n", StringComparison.Ordinal)) },
            { "CR", Encoding.UTF8.GetBytes(Csv.Staff.Replace("\r\n", "\r", StringComparison.Ordinal)) },
            { "no end", Encoding.UTF8.GetBytes(Csv.Staff.TrimEnd()) },
            { "semicolons", Encoding.UTF8.GetBytes(Csv.Staff.Replace(',', ';')) },
            { "sep", Encoding.UTF8.GetBytes("sep=;\r\n" + Csv.Staff.Replace(',', ';')) },
            { "blank lines", Encoding.UTF8.GetBytes("\r\n" + Csv.Staff + "\r\n,,,,,\r\n") },
            { "spaces", Encoding.UTF8.GetBytes(Csv.Staff.Replace(",", " , ", StringComparison.Ordinal)) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Read_AnyUsualShape_KeepsEveryName(string shape, byte[] content)
    {
        var (read, _) = await Csv.ReadAsync(Csv.Files(content, null, null));

        Assert.Equal(["PS1", "CM1"], read.Staff.Rows.Select(row => row.Member.StaffId));
        Assert.Equal(["Sam Ward", "Zoë Lowe"], read.Staff.Rows.Select(row => row.Member.Name));
        Assert.Equal(
            shape == "Windows-1252"
                ? ["staff.csv 3: Zoë Lowe is not UTF-8 and was read as Windows-1252: please check it"]
                : [],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Fact]
    public async Task Read_OneLineOfAnotherEncoding_SpoilsNeitherItselfNorTheOthers()
    {
        byte[] content =
        [
            .. Encoding.UTF8.GetBytes(Csv.Staff),
            .. Encoding.Latin1.GetBytes("CM2,Éva Nagy,cm2@yos.example,case_manager,East,PS1\r\n"),
            .. Encoding.Latin1.GetBytes("CM3,Jürgen Roß,cm3@yos.example,case_manager,East,PS1\r\n"),
        ];

        var (read, _) = await Csv.ReadAsync(Csv.Files(content, null, null));

        Assert.Equal(
            ["Sam Ward", "Zoë Lowe", "Éva Nagy", "Jürgen Roß"],
            read.Staff.Rows.Select(row => row.Member.Name)
        );
        Assert.Equal(
            [
                "staff.csv 4: Éva Nagy is not UTF-8 and was read as Windows-1252, on this and 1 more line: please check it",
            ],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Fact]
    public async Task Read_QuotedFields_MayHoldSeparatorsMarksAndLines()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                cases: Csv.Lines(
                    Csv.CasesHeader + ",secure_establishment",
                    "\"K1\",\"East\",\"CM1\",\"yro\",\"2011-04-14\",\"Cookham Wood, \"\"B\"\" wing\"",
                    "K2,East,CM1,yro,2011-04-14,"
                )
            )
        );

        Assert.Equal("Cookham Wood, \"B\" wing", read.Cases.Rows[0].Case.SecureEstablishment);
        Assert.Equal([2, 3], read.Cases.Rows.Select(row => row.Line));
        Assert.Empty(read.Cases.Problems.InOrder);
    }

    [Fact]
    public async Task Read_AFieldOverSeveralLines_IsRejectedAloneAndLinesStayRight()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                cases: Csv.Lines(
                    Csv.CasesHeader + ",secure_establishment",
                    "K1,East,CM1,yro,2011-04-14,\"Cookham",
                    "Wood\"",
                    "K2,East,CM1,yro,31/02/2011,"
                )
            )
        );

        Assert.Equal(
            [
                "cases.csv 2 secure_establishment: Cookham\nWood holds a control character",
                "cases.csv 4 order_made_on: 31/02/2011 is not a day of the calendar",
            ],
            read.Cases.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Fact]
    public async Task Read_AMarkThatIsNeverClosed_SwallowsNoOtherRow()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                cases: Csv.Lines(
                    Csv.CasesHeader,
                    "K1,East,\"CM1,yro,2011-04-14",
                    "K2,East,CM1,yro,2011-04-14",
                    "K3,Ea\"st,CM1,yro,2011-04-14",
                    "K4,East,CM1,yro,2011-04-14"
                )
            )
        );

        Assert.Equal(["K2", "K4"], read.Cases.Rows.Select(row => row.Case.CaseRef));
        Assert.Equal((4, 2), (read.Cases.Read, read.Cases.Rejected));
        Assert.Equal([2, 4], read.Cases.Problems.InOrder.Select(problem => problem.Line));
        Assert.All(
            read.Cases.Problems.InOrder,
            problem => Assert.Contains("quotation mark", problem.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Read_ShortAndLongRows_TakesWhatIsSure()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                staff: Csv.Lines(
                    Csv.StaffHeader,
                    "CM1,A,a@yos.example,case_manager",
                    "CM2,B,b@yos.example,case_manager,East,CM1,,,",
                    "CM3,C,c@yos.example,case_manager,East,CM1,,surplus"
                )
            )
        );

        Assert.Equal(["CM1", "CM2"], read.Staff.Rows.Select(row => row.Member.StaffId));
        Assert.Equal(
            ["staff.csv 4: surplus is a field more than the 6 of the header"],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Theory]
    [InlineData("Case Reference;Locality Team;Case Worker ID;Sentence Type;Order Start Date")]
    [InlineData("CASE_REF,TEAM,CASE_MANAGER_ID,ORDER_TYPE,ORDER_MADE_ON")]
    [InlineData("order date,worker id,case no.,disposal,locality")]
    public async Task Read_HeadersOfOtherSystems_AreUnderstood(string header)
    {
        var separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var row = header.StartsWith("order", StringComparison.Ordinal)
            ? "14/04/2011,CM1,K1,yro,East"
            : "K1,East,CM1,yro,14/04/2011";

        var (read, _) = await Csv.ReadAsync(Csv.Files(cases: Csv.Lines(header, row.Replace(',', separator))));

        var one = Assert.Single(read.Cases.Rows).Case;
        Assert.Equal(("K1", "East", "CM1"), (one.CaseRef, one.Team, one.CaseManagerId));
        Assert.Equal(new DateOnly(2011, 4, 14), one.OrderMadeOn);
        Assert.Empty(read.Cases.Problems.InOrder);
    }

    [Fact]
    public async Task Read_ExtraColumns_AreLeftOutAndReportedOnce()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                staff: Csv.Lines(
                    "staff_id,name,Shoe Size,email,role,,full name",
                    "CM1,A,42,a@yos.example,case_manager,x,AA",
                    "CM2,B,43,b@yos.example,case_manager,y,BB"
                )
            )
        );

        Assert.Equal(["A", "B"], read.Staff.Rows.Select(row => row.Member.Name));
        Assert.Equal(
            [
                "staff.csv 1 Shoe Size: is no column of staff.csv and was left out",
                "staff.csv 1 (column 6): is no column of staff.csv and was left out",
                "staff.csv 1 full name: is no column of staff.csv and was left out",
            ],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
        Assert.All(
            read.Staff.Problems.InOrder,
            problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity)
        );
    }

    public static TheoryData<byte[], string> Refused =>
        new()
        {
            { [], "is empty" },
            { Encoding.UTF8.GetBytes(" \r\n\r\n"), "is empty" },
            { [0x50, 0x4B, 3, 4, 20, 0], "is a workbook" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "is a workbook" },
            { Encoding.UTF8.GetBytes("%PDF-1.7"), "is a PDF" },
            { Encoding.UTF8.GetBytes("<html>"), "is a web page" },
            { [1, 0, 0, 0, 2, 3], "is not a text file" },
            { Encoding.UTF8.GetBytes("Dear all,\r\nhere is the file"), "is not a CSV file with the columns" },
            {
                Encoding.UTF8.GetBytes("staff_id\tname\temail\trole\r\nCM1\tA\ta@b.example\tcase_manager"),
                "is not a CSV file with the columns"
            },
            { Encoding.UTF8.GetBytes("staff_id,name,name,email,role\r\n"), "is what two columns" },
            { Encoding.UTF8.GetBytes("staff_id,name\r\nCM1,A"), "is a required column" },
        };

    [Fact]
    public async Task Read_TwoColumnsOfOneName_IsRefusedForThatAlone()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files("staff_id,name,name,email,role\r\nCM1,A,B,a@b.example,x")
        );

        Assert.Equal(
            ["staff.csv 1 name: is what two columns of the file are called"],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Read_WhatIsNoFileOfItsKind_IsRefusedWholeWithTheReason(byte[] content, string reason)
    {
        var (read, _) = await Csv.ReadAsync(Csv.Files(content, Encoding.UTF8.GetBytes(Csv.Cases), null));

        Assert.True(read.IsRefused);
        Assert.Empty(read.Staff.Rows);
        Assert.Contains(
            reason,
            string.Join('\n', read.Staff.Problems.InOrder.Select(Csv.Text)),
            StringComparison.Ordinal
        );
        Assert.All(
            read.Staff.Problems.InOrder,
            problem => Assert.Equal(ProblemSeverity.Rejected, problem.Severity)
        );
    }

    [Fact]
    public async Task Read_SeveralRequiredColumnsMissing_NamesThemAll()
    {
        var (read, _) = await Csv.ReadAsync(Csv.Files(cases: "case_ref,team\r\nK1,East"));

        Assert.Equal(
            ["case_manager_id", "order_type", "order_made_on"],
            read.Cases.Problems.InOrder.Select(problem => problem.Column)
        );
    }

    [Fact]
    public async Task Read_AHeaderWithoutRows_IsAFileWithNothingInIt()
    {
        var (read, plan) = await Csv.ReadAsync(
            Csv.Files(Csv.StaffHeader, Csv.CasesHeader, Csv.MilestonesHeader)
        );

        Assert.False(read.IsRefused);
        Assert.True(plan.IsEmpty);
        Assert.Empty(plan.Problems);
    }
}
