import Support
import Testing

@Suite struct HeatConditionTests {
  @Test func `a condition is true, false, or a function of conditions`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        p: {type: string}
      conditions:
        a: true
        b: {equals: [{get_param: p}, x]}
        c: {not: a}
        d: {and: [a, {not: b}, x]}
      #                        ^ error hot-unknown-condition
        e: {or: [a]}
      #     ^^ error hot-function-arguments
        f: {equals: [1]}
      #     ^^^^^^ error hot-function-arguments
        g: text
      #    ^^^^ error hot-wrong-condition
        h: {get_resource: r}
      # ^ error hot-wrong-condition
        i: {equals: [{get_attr: [r, show]}, 1]}
      #              ^^^^^^^^^^^^^^^^^^^^^ error hot-wrong-condition
        j: {equals: [{get_param: q}, 1]}
      #                          ^ error hot-unknown-parameter
      resources:
        r: {type: OS::Heat::None, condition: z}
      #                                      ^ error hot-unknown-condition
        s: {type: OS::Heat::None, condition: {not: c}, properties: {x: {if: [dd, 1, 2]}}}
      #                                                                      ^^ error hot-unknown-condition -> d
      outputs:
        o: {value: 1, condition: y}
      #                          ^ error hot-unknown-condition
      """)
  }

  @Test func `conditions do not need each other`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      conditions:
        a: {not: b}
      # ^ error hot-dependency-cycle
        b: {and: [c, true]}
        c: {or: [{not: a}, false]}
        d: {not: a}
      """)
  }
}
