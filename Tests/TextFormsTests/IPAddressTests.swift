import Testing
import TextForms

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("10.0.0.1", "::ffff:0:0", false), ("::ffff:10.0.0.1", "::ffff:a00:1", true),
    ("1::", "1:0:0:0:0:0:0:0", true),
    ("::1.2.3.4", "::102:304", true), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221", true),
    ("::1", "0.0.0.1", false),
  ])
  func `two notations of an address are equal`(left: String, right: String, areEqual: Bool) {
    #expect((IPAddress(left) == IPAddress(right)) == areEqual)
    #expect(IPAddress(left) != nil)
  }

  @Test(arguments: [
    "+1::", "1.2.3", "1.2.3.256", "::1.2.3", "1:2", "1::2::3", "::1.2.3.4:5", "1.2.3.4::", "12345::", "", ":",
  ])
  func `what is no address is none`(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: ["10.0.0.0/+8", "10.0.0.0/33", "::/129", "10.0.0.0", "10.0.0.0/8/8"])
  func `what is no block is none`(text: String) {
    #expect(IPBlock(text) == nil)
  }
}
