import{C as e,E as t,b as n,x as r}from"./index-CgyjZMF9.js";function i(e){let t=e.replaceAll(`\r
`,`
`).split(`

`),n=t.pop()??``;return{data:t.map(e=>e.split(`
`).filter(e=>e.startsWith(`data:`)).map(e=>e.slice(5).trimStart()).join(`
`)).filter(e=>e!==``&&e!==`{}`),rest:n}}async function a(e,r,a){let o=(await t(n([`jobs`,e,`events`]),{headers:{Accept:`text/event-stream`},signal:a})).body?.pipeThrough(new TextDecoderStream).getReader(),s=``;for(;o;){let{done:e,value:t}=await o.read();if(e)return;let n=i(s+t);s=n.rest;for(let e of n.data)r(JSON.parse(e))}}async function o(t,r,i){for(let o=0;o<20;o+=1){let o=null;await a(t,e=>{o=e,r(e)},i).catch(e=>{if(i?.aborted)throw e});let s=o??await e(n([`jobs`,t]),i);if(s.is_ended)return s;await new Promise(e=>setTimeout(e,250))}return e(n([`jobs`,t]),i)}async function s(e){await r(n([`jobs`,e,`cancellation`]),{method:`POST`})}export{o as n,s as t};