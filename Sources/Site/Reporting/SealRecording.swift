import Gateway
import Logging
import Records
import Reporting
import Standards

/// Seals a document that somebody asked for on its page, or says why not.
struct SealRecording {
    enum Answer: Sendable {
        case sealed(SealedDocument)
        /// Why not, and how to mend it.
        case refused(String)
    }

    let services: SiteServices
    let logger: Logger

    func seal(_ fields: FormFields, _ id: String, period: String) async throws -> Answer {
        guard services.formToken.isIn(fields) else { return .refused("页面已过期，没有封存。请核对后再提交一次。") }
        guard fields.first("confirmed") == "yes" else { return .refused("没有勾选“已核对全文”，没有封存。") }
        guard let sign = services.sign else { return .refused("本服务没有台账签名密钥，没有封存。") }
        let sealing = ReportSealing(
            services: services, keeper: SegmentKeeper(book: services.book, logger: logger))
        do {
            // The address by which this reader came may lead nobody else anywhere.
            let document = try await sealing.seal(
                id, period: period, site: services.publicAddress, by: services.actor)
            try await sign()
            return .sealed(document)
        } catch let error as ReportingError where [.periodOpen, .unchanged].contains(error.code) {
            return .refused(error.message + "。")
        } catch let error as DraftRefusal {
            return .refused("这种文件先拟稿，到“用印”环节封存（\(error.message)）。没有封存。")
        } catch let error as GatewayAway {
            return .refused("\(error.message)。没有封存。")
        } catch let error as RecordsError where error.code == .notPermitted {
            return .refused("没有封存文件的权限（\(error.detail)），没有封存。")
        } catch let error as RecordsError where error.code == .superseded {
            return .refused("这份文件刚由别人封存（台账第 \(error.detail) 条），没有再次封存。请刷新页面。")
        }
    }
}
