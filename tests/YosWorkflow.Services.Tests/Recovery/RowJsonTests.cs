using Azure.Data.Tables;
using CsCheck;
using YosWorkflow.Services.Recovery;

namespace YosWorkflow.Services.Tests.Recovery;

public sealed class RowJsonTests
{
    private static readonly Gen<object> Value = Gen.OneOf<object>(
        Gen.String.Select(text => (object)text),
        Gen.Bool.Select(truth => (object)truth),
        Gen.Int.Select(number => (object)number),
        Gen.Long.Select(number => (object)number),
        Gen.Double.Select(number => (object)number),
        Gen.DateTimeOffset.Select(time => (object)time.ToUniversalTime()),
        Gen.Guid.Select(id => (object)id),
        Gen.Byte.Array.Select(bytes => (object)bytes)
    );

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Gen.Select(
                Gen.String.AlphaNumeric,
                Gen.String.AlphaNumeric,
                Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 20].Where(IsOwn), Value)[0, 8]
            )
            .Sample(
                (partition, row, properties) =>
                {
                    var entity = new TableEntity(partition, row);
                    foreach (var (name, value) in properties)
                    {
                        entity[name] = value;
                    }

                    var line = RowJson.Write(entity);
                    var read = RowJson.Read(line);

                    Assert.DoesNotContain('\n', line);
                    Assert.Equal((partition, row), (read.PartitionKey, read.RowKey));
                    Assert.All(properties, property => Assert.Equal(property.Value, read[property.Key]));
                    Assert.Equal(line, RowJson.Write(read));
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"pk\":\"a\",\"rk\":\"b\"}")]
    [InlineData("{\"pk\":\"a\",\"rk\":\"b\",\"p\":{\"c\":{\"int99\":\"1\"}}}")]
    [InlineData("{\"pk\":\"a\",\"rk\":\"b\",\"p\":{\"c\":{\"int32\":\"one\"}}}")]
    public void Read_AnotherText_Throws(string line) =>
        Assert.Throws<FormatException>(() => RowJson.Read(line));

    private static bool IsOwn(string name) =>
        name
            is not (
                nameof(TableEntity.PartitionKey)
                or nameof(TableEntity.RowKey)
                or nameof(TableEntity.Timestamp)
            );
}
