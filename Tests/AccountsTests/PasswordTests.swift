import Accounts
import Ledger
import Testing

/// What a password must be, and how it is kept.
struct PasswordTests {
    private static let cost = PasswordCost(passes: 1, mebibytes: 8)

    @Test func `a hash knows its password and no other, and looks different each time`() throws {
        let first = try PasswordHash(of: "Qing-heng-2026", cost: Self.cost)
        let second = try PasswordHash(of: "Qing-heng-2026", cost: Self.cost)
        #expect(first.text.hasPrefix("$argon2id$v=19$m=8192,t=1,p=1$"))
        #expect(first != second)
        #expect(try first.isOf("Qing-heng-2026"))
        #expect(try !first.isOf("Qing-heng-2027"))
        #expect(try !first.isOf(""))
    }

    @Test func `a hash made by another implementation of Argon2id is understood`() throws {
        // argon2 0~20171227 of Debian: printf password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e
        let known = PasswordHash(
            text: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
        #expect(try known.isOf("password"))
        #expect(try !known.isOf("Password"))
    }
}
