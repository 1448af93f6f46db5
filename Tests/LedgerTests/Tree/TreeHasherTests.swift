import Ledger
import Testing

struct TreeHasherTests {
    /// GB/T 32905-2016, Annex A.
    @Test(arguments: [
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (
            String(repeating: "abcd", count: 16),
            "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
        ),
    ])
    func `SM3 gives the values of its standard`(text: String, hash: String) throws {
        #expect(hex(try TreeHasher(.sm3).plain(Array(text.utf8)).bytes) == hash)
    }

    /// FIPS 180-4's example.
    @Test func `SHA-256 gives the value of its standard`() throws {
        #expect(
            hex(try TreeHasher(.sha256).plain(Array("abc".utf8)).bytes)
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: HashSuite.allCases)
    func `leaf and node hash a byte of their own in front`(suite: HashSuite) throws {
        let hasher = try TreeHasher(suite)
        let left = hasher.leaf([1, 2])
        let right = hasher.leaf([])
        #expect(left == hasher.plain([0, 1, 2]))
        #expect(right == hasher.plain([0]))
        #expect(hasher.node(left, right) == hasher.plain([1] + left.bytes + right.bytes))
        #expect(hasher.empty == hasher.plain([]))
    }

    @Test func `a hash is 32 bytes and has one text`() throws {
        let hash = try TreeHasher(.sha256).leaf([7])
        #expect(TreeHash(hash.bytes) == hash)
        #expect(TreeHash(base64: hash.base64) == hash)
        #expect(TreeHash(hash.bytes.dropLast()) == nil)
        // The last character before the padding carries two bits that must not be set.
        for text in [
            "", hash.base64 + "=", hash.base64.dropLast() + "A", "_" + hash.base64.dropFirst(), "AA==",
            String(repeating: "A", count: 42) + "B=",
        ] {
            #expect(TreeHash(base64: text) == nil, "\(text)")
        }
    }
}
