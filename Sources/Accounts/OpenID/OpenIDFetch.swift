/// Asks the provider, follows no redirection and reads no endless answer.
///
/// - Throws: whatever kept it from answering.
package typealias OpenIDFetch = @Sendable (OpenIDRequest) async throws -> OpenIDAnswer
