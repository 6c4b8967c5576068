# fish completion for pacta.

set -l kinds instruments references quotations provisions clauses sentences tokens diagnostics
set -l verify '__fish_seen_subcommand_from verify'
set -l compare '__fish_seen_subcommand_from compare'
set -l extract "not __fish_seen_subcommand_from verify compare"

function __pacta_encodings
    iconv -l 2>/dev/null | tr -s '/, \n' '\n'
end

# what a list already has, and one more of what it may have
function __pacta_lists
    set -l done (commandline -ct | string replace -r '^--only=' '' | string replace -rf '^(.*,).*$' '$1')
    set -q done[1]; or set done ''
    printf '%s\n' $done$argv
end

complete -c pacta -n __fish_is_first_token -a verify -d 'Quotations against treaties'
complete -c pacta -n __fish_is_first_token -a compare -d 'Two versions of a treaty'

complete -c pacta -l json -d 'One JSON object a file'
complete -c pacta -l jsonl -d 'One JSON object a line'
complete -c pacta -l text -d 'A summary to read'
complete -c pacta -l pretty -d 'JSON set out in lines'
complete -c pacta -l no-text -d 'Leave out the text of spans'
complete -c pacta -l color -x -a 'auto always never' -d 'Colour in --text'
complete -c pacta -l encoding -x -a '(__pacta_encodings)' -d 'Turn the text into UTF-8 first'
complete -c pacta -l rules -r -d 'Rule pack to use as well'
complete -c pacta -l instruments -r -d 'Table of instruments to use as well'
complete -c pacta -l no-builtin-rules -d 'Leave out the built-in rule packs'
complete -c pacta -l help -d 'Print a summary of the options'

complete -c pacta -n $extract -l csv -x -a "$kinds" -d 'A table of one kind of record'
complete -c pacta -n $extract -l html -d 'A page to read'
complete -c pacta -n $extract -l graph -d 'Who cites what, as DOT'
complete -c pacta -n $extract -l graphml -d 'Who cites what, as GraphML'
complete -c pacta -n $extract -l akn -d 'A treaty in Akoma Ntoso 3.0'
complete -c pacta -n $extract -l webannotation -d 'W3C Web Annotations'
complete -c pacta -n $extract -l check -d 'Whether the provisions fit the text'
complete -c pacta -n $extract -l only -x -a "(__pacta_lists $kinds)" -d 'Only these records'
complete -c pacta -n $extract -l tokens -d 'Tokens as well'
complete -c pacta -n $extract -l offsets -x -a 'byte codepoint utf16' -d 'What spans count'
complete -c pacta -n $extract -l form -x -a 'treaty press other' -d 'Take every text as'
complete -c pacta -n $extract -l jsonl-in -d 'Files are JSON Lines'
complete -c pacta -n $extract -l text-field -x -d 'Field with the text'
complete -c pacta -n $extract -l id-field -x -d 'Field with the id'
complete -c pacta -n $extract -l max-line -x -d 'Longest line, in bytes'
complete -c pacta -n $extract -l files-from -r -d 'List of further files'
complete -c pacta -n $extract -l null -d 'Names in the list end with a NUL byte'
complete -c pacta -n $extract -l jobs -x -d 'Threads'
complete -c pacta -n $extract -l exit-zero -d 'No status for nothing found'
complete -c pacta -n $extract -l list-rules -d 'Print the rules in effect'
complete -c pacta -n $extract -l version -d 'Print the version'

complete -c pacta -n $verify -l treaty -r -d 'A treaty, or a folder of them'
complete -c pacta -n "$verify; or $compare" -l all -d 'With --text: of everything'
complete -c pacta -n $compare -l html -d 'A page with both texts side by side'
