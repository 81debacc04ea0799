/// How the parts of an SVG image look, on light and on dark ground.
enum SVGStyle {
  /// What does not depend on the ground.
  ///
  /// The font is whatever sans-serif the viewer has; the layout leaves room for wide ones.
  private static let shapes: [(selector: String, declarations: String)] = [
    ("text", "font: 12px system-ui, -apple-system, \"Segoe UI\", \"DejaVu Sans\", Arial, sans-serif"),
    (".node text", "text-anchor: middle"),
    (".node .name", "font-size: 13px; font-weight: 600"),
    (".node .note", "font-style: italic"),
    (".label text", "font-size: 11px; text-anchor: middle"),
    (".missing rect", "stroke-dasharray: 5 4"),
    (".cluster rect", "stroke-dasharray: 2 3"),
    (".edge path", "fill: none; stroke-width: 1.2"),
    (".dashed path", "stroke-dasharray: 5 4"),
    (".edge .head", "stroke: none"),
  ]

  private static let colors: [(selector: String, light: String, dark: String)] = [
    (".paper", "fill: #ffffff", "fill: #0d1117"),
    ("text", "fill: #1f2328", "fill: #e6edf3"),
    (".node .detail", "fill: #59636e", "fill: #9da7b1"),
    (".node .note", "fill: #59636e", "fill: #9da7b1"),
    (".cluster text", "fill: #59636e", "fill: #9da7b1"),
    (".label text", "fill: #59636e", "fill: #9da7b1"),
    (".label rect", "fill: #ffffff", "fill: #0d1117"),
    (".node rect", "fill: #eef4ff; stroke: #3b6fb6", "fill: #14233b; stroke: #5b8fd6"),
    (".policy rect", "fill: #fff6e0; stroke: #b07d10", "fill: #2e2410; stroke: #c8962e"),
    (".group rect", "fill: #eefaf0; stroke: #3f8f53", "fill: #12291a; stroke: #57a86c"),
    (".outside rect", "fill: #eefaf0; stroke: #3f8f53", "fill: #12291a; stroke: #57a86c"),
    (".missing rect", "fill: #fff0ee; stroke: #b42318", "fill: #331512; stroke: #e5534b"),
    (".cluster rect", "fill: #f6f8fa; stroke: #8b949e", "fill: #161b22; stroke: #6e7681"),
    (".edge path", "stroke: #59636e", "stroke: #9da7b1"),
    (".edge .head", "fill: #59636e", "fill: #9da7b1"),
  ]

  /// The style sheet; its rules hold inside of the image only, also where that stands in a page.
  static let text: String = {
    let light = colors.map { rule($0.selector, $0.light) }
    let dark = colors.map { rule($0.selector, $0.dark) }
    let lines = shapes.map { rule($0.selector, $0.declarations) } + light
    return (lines + ["@media (prefers-color-scheme: dark) {"] + dark + ["}"]).joined(separator: "\n")
  }()

  private static func rule(_ selector: String, _ declarations: String) -> String {
    ".libretto \(selector) { \(declarations) }"
  }
}
