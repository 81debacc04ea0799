import OpenStack

extension StackPlan {
  /// Checks what lies beneath: nested templates and the definitions of group members.
  func validate(depth: Int = 0) throws(EngineError) {
    for step in steps {
      try step.type.validate(step.definition, step.name, blueprint, depth)
    }
  }
}
