import ArgumentParser
@main struct Libretto: AsyncParsableCommand {}
