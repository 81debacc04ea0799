import TOSCA
import Testing

@Suite struct ScalarUnitTests {
  @Test(arguments: [
    ("1 B", ScalarUnit.Dimension.size, 1.0), ("1 kB", .size, 1e3), ("1 KiB", .size, 1024),
    ("512 MB", .size, 512e6),
    ("1 MiB", .size, 1_048_576), ("1 GB", .size, 1e9), ("2 GiB", .size, 2_147_483_648), ("1 TB", .size, 1e12),
    ("1 TiB", .size, 1_099_511_627_776), ("1.5 GB", .size, 1.5e9), ("1GB", .size, 1e9), ("1  gb", .size, 1e9),
    ("  1 GB", .size, 1e9), ("0 MB", .size, 0), ("-1 MB", .size, -1e6), ("1 d", .time, 86400),
    ("1 h", .time, 3600),
    ("5 m", .time, 300), ("1 s", .time, 1), ("1 ms", .time, 1e-3), ("1 us", .time, 1e-6),
    ("1 ns", .time, 1e-9),
    ("50 Hz", .frequency, 50), ("1 kHz", .frequency, 1e3), ("1 MHz", .frequency, 1e6),
    ("2.4 GHz", .frequency, 2.4e9),
    ("1 bps", .bitrate, 1), ("1 Kbps", .bitrate, 1e3), ("1 Kibps", .bitrate, 1024),
    ("10 Mbps", .bitrate, 1e7),
    ("1 Mibps", .bitrate, 1_048_576), ("1 Gbps", .bitrate, 1e9), ("1 Gibps", .bitrate, 1_073_741_824),
    ("1 Tbps", .bitrate, 1e12), ("1 Tibps", .bitrate, 1_099_511_627_776),
  ])
  func `a number with a unit has a value in the base unit`(
    text: String, dimension: ScalarUnit.Dimension, value: Double
  ) {
    #expect(ScalarUnit(text, dimension)?.value == value)
  }

  @Test(arguments: [
    ("", ScalarUnit.Dimension.size), ("1", .size), ("GB", .size), ("1 XB", .size), ("1 GB more", .size),
    ("1 s", .size), ("1 GB", .time), ("1 GB", .frequency), ("1 GB", .bitrate), ("1.2.3 GB", .size),
    ("-", .size),
    ("1e B", .size), ("٣ GB", .size), ("½ GB", .size), ("nan B", .size),
  ])
  func `anything else has none`(text: String, dimension: ScalarUnit.Dimension) {
    #expect(ScalarUnit(text, dimension) == nil)
  }
}
