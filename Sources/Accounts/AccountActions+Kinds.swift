import Ledger
package import Records
import Standards

extension AccountActions {
    package static let kinds: [ActionKind] = [
        ActionKind(name: unitRegistered, word: "登记单位", effect: .none, permission: manage) { action, _ in
            try AccountCheck.unit(action)
        },
        ActionKind(name: personRegistered, word: "登记人员", effect: .none, permission: manage) { action, connection in
            try AccountCheck.person(action, in: connection)
        },
        ActionKind(
            name: accountOpened, word: "开立账户", effect: .none, permission: manage,
            checkingByRules: { action, connection, now, catalog in
                let date = Instant(secondsSince1970: now / 1_000).beijingDate
                try AccountCheck.account(action, rules: AccountRules(catalog, on: date), in: connection)
            }),
        ActionKind(
            name: accountChanged, word: "变更账户", effect: .none, permission: manage,
            checkingByRules: { action, connection, now, catalog in
                let date = Instant(secondsSince1970: now / 1_000).beijingDate
                try AccountCheck.account(action, rules: AccountRules(catalog, on: date), in: connection)
            }),
        ActionKind(name: passwordSet, word: "设置口令", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: factorSet, word: "设置动态口令", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: linkSet, word: "关联统一认证", effect: .none, permission: manage) { action, connection in
            try AccountCheck.link(action, in: connection)
        },
        ActionKind(name: sessionOpened, word: "登录", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: sessionEnded, word: "退出登录", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: tokenIssued, word: "签发程序令牌", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
            try AccountCheck.token(action)
        },
        ActionKind(name: tokenRevoked, word: "收回程序令牌", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: exported, word: "导出文件", effect: .none, permission: useOwn) { action, connection in
            try AccountCheck.existing(action, in: connection)
        },
        ActionKind(name: signInRefused, word: "登录或权限被拒", effect: .none, permission: useOwn) { _, _ in },
        ActionKind(
            name: leaveSet, word: "登记请假与代理", effect: .none, permission: manage,
            checkingByRules: { action, connection, now, catalog in
                let date = Instant(secondsSince1970: now / 1_000).beijingDate
                try AccountCheck.leave(action, rules: AccountRules(catalog, on: date), in: connection)
            }),
    ]
}
