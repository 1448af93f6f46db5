/// What a password must be: a rule of the catalog (`Catalog/accounts/sign-in.yaml`, GB/T 22239-2019, 8.1.4.1).
package struct PasswordPolicy: Hashable, Sendable {
    /// In characters.
    package let shortest: Int
    /// In characters.
    package let longest: Int
    /// Of capital letters, small letters, digits and others.
    package let classes: Int
    /// How many earlier ones may not come back.
    package let remembered: Int
    /// Days after which it must be changed.
    package let days: Int

    /// The first rule that a password breaks; nil when it breaks none. Earlier passwords are another question.
    package func fault(of password: String, login: String) -> PasswordFault? {
        let count = password.count
        if count < shortest { return .tooShort(shortest) }
        if count > longest { return .tooLong(longest) }
        let isInvisible = password.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if isInvisible || password.first?.isWhitespace == true || password.last?.isWhitespace == true {
            return .invisible
        }
        if Self.classCount(of: password) < classes { return .tooPlain(classes) }
        if password.lowercased().contains(login.lowercased()) { return .containsLogin }
        return nil
    }

    private static func classCount(of password: String) -> Int {
        var found: Set<Int> = []
        for scalar in password.unicodeScalars {
            switch scalar {
            case "A"..."Z": found.insert(0)
            case "a"..."z": found.insert(1)
            case "0"..."9": found.insert(2)
            default: found.insert(3)
            }
        }
        return found.count
    }
}
