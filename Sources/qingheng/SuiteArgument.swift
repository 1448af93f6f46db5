import ArgumentParser
import Ledger

/// The suite of hash and signature, as an argument.
enum SuiteArgument: String, ExpressibleByArgument, CaseIterable {
    case sha256 = "sha-256"
    case sm3

    var suite: HashSuite { self == .sm3 ? .sm3 : .sha256 }
}
