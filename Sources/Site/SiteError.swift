/// Why a page cannot be given: a code and the facts. The words are in `SiteError+Message.swift`.
package struct SiteError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// No page has this address.
        case notFound
        /// No station, section, outlet, document, rule or record has this id; `subject` says what, `detail` the id.
        case unknownObject
        /// A parameter cannot be read; `subject` names it, `detail` is what was given.
        case badParameter
        /// The address was not asked for by a name of this machine; `detail` is the name.
        case wrongHost
        /// A form was sent from a page of another site.
        case foreignForm
        /// More was sent than a form of ours has.
        case tooLarge
        /// A form was sent by somebody who is not signed in any more.
        case signInNeeded
        /// The person signed in has not the right that the page needs; `detail` names it.
        case notPermitted
        /// A program wanted to do more than read; `detail` is the method.
        case onlyRead
        /// A source or a token asks too often; `detail` is after how many seconds it is answered again.
        case tooManyRequests
        /// A file of the site is not where it should be; `detail` lists where it was looked for.
        case missingFile
    }

    package let code: Code
    package let subject: String
    package let detail: String

    package init(_ code: Code, subject: String = "", detail: String = "") {
        self.code = code
        self.subject = subject
        self.detail = detail
    }
}
