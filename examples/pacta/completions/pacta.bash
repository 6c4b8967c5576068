# bash completion for pacta; needs nothing of the package bash-completion.

_pacta() {
    local kinds="instruments references quotations provisions clauses sentences tokens diagnostics"
    local shared="--json --jsonl --text --pretty --no-text --color --encoding --rules --instruments
        --no-builtin-rules --help"
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options done=

    # --option=value comes as three words
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = && $COMP_CWORD -gt 1 ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    case $before in
    --only) # a list: what stands before the last comma stays
        [[ $current == *,* ]] && done=${current%,*},
        options=$kinds
        ;;
    --csv) options=$kinds ;;
    --offsets) options="byte codepoint utf16" ;;
    --form) options="treaty press other" ;;
    --color) options="auto always never" ;;
    --encoding) options=$(iconv -l 2>/dev/null | tr -s '/, \n' '\n') ;;
    --text-field | --id-field | --max-line | --jobs) ;;
    --rules | --instruments | --treaty | --files-from) return ;; # files: see `complete` below
    *)
        [[ $current == -* || $COMP_CWORD -eq 1 ]] || return
        case ${COMP_WORDS[1]} in
        verify) options="$shared --treaty --all" ;;
        compare) options="$shared --html --all" ;;
        *)
            options="$shared --csv --html --graph --graphml --akn --webannotation --check --only --tokens
                --offsets --form --jsonl-in --text-field --id-field --max-line --files-from --null --jobs
                --exit-zero --list-rules --version"
            [[ $current == -* ]] || options="verify compare $(compgen -f -- "$current")"
            ;;
        esac
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -P "$done" -W "$options" -- "${current##*,}")
    [[ $done ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -o bashdefault -o default -F _pacta pacta
